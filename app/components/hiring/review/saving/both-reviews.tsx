import { useEffect, useRef } from "react";
import type { RubricCriterion } from "#app/components/review/levels-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import type { Rival } from "./review-saving.ts";
import { sameOnCriterion } from "./same-review.ts";

type BothReviewsProps = {
  criteria: readonly RubricCriterion[];
  draft: ReviewDraft;
  rival: Rival;
  onChoose: (which: "mine" | "theirs") => void;
};

const names = {
  tab: {
    title: "This review was changed in another tab.",
    mine: "Here",
    theirs: "In the other tab",
    keepMine: "Keep what is here",
    keepTheirs: "Keep the other tab’s",
  },
  device: {
    title: "This device kept a version that was never saved.",
    mine: "Saved",
    theirs: "Kept on this device",
    keepMine: "Keep what is saved",
    keepTheirs: "Keep this device’s",
  },
} satisfies Record<Rival["from"], Record<string, string>>;

/** Two versions of a review, where they differ. Nothing is saved and nothing is thrown away before a person has chosen. */
export function BothReviews({ criteria, draft, rival, onChoose }: BothReviewsProps) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const { title, mine, theirs, keepMine, keepTheirs } = names[rival.from];
  const different = criteria.filter(({ id }) => !sameOnCriterion(draft, rival.draft, id));
  return (
    <section className="both-reviews" aria-labelledby="both-reviews-title" tabIndex={-1} ref={ref}>
      <h2 id="both-reviews-title">{title}</h2>
      <p className="small ink-2">Both are here. The one you do not keep is gone.</p>
      <div className="both-reviews-table">
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              <th scope="col">{mine}</th>
              <th scope="col">{theirs}</th>
            </tr>
          </thead>
          <tbody>
            {different.map(({ id, key, title }) => (
              <tr key={id}>
                <th scope="row">
                  {key} {title}
                </th>
                <td data-label={mine}>
                  <Version draft={draft} id={id} />
                </td>
                <td data-label={theirs}>
                  <Version draft={rival.draft} id={id} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button type="button" onClick={() => onChoose("mine")}>
          {keepMine}
        </Button>
        <Button type="button" onClick={() => onChoose("theirs")}>
          {keepTheirs}
        </Button>
      </div>
    </section>
  );
}

function Version({ draft: { levels, comments, quotes }, id }: { draft: ReviewDraft; id: string }) {
  const level = levels[id];
  return (
    <>
      <p>{level === undefined ? "Not rated" : level === null ? "Cannot tell" : `Level ${level}`}</p>
      {comments[id]?.trim() ? <p className="both-reviews-note">{comments[id]}</p> : null}
      {(quotes[id] ?? []).map(({ seq, start, text }) => (
        <p key={`${seq}-${start}`} className="both-reviews-note serif">
          “{text}”
        </p>
      ))}
    </>
  );
}
