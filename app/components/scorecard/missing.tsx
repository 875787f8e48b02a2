import { Form, Link } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import type { MissingView } from "#app/domain/grading/scorecard/grade-view.ts";
import type { FurtherStudy } from "#app/domain/grading/scorecard/scorecard.ts";
import { checkId } from "./ties.ts";

type MissingProps = {
  missing: readonly MissingView[];
  /** By the key of a check. */
  further: Readonly<Record<string, FurtherStudy>>;
  /** Null where it cannot be begun anew. */
  slug: string | null;
  /** Another attempt to hold this one against. */
  compareTo: { path: string; which: "before" | "after" } | null;
};

const shownAtOnce = 4;

/** What would have added most, each with the page that teaches it; then, what to do next. */
export function Missing({ missing, further, slug, compareTo }: MissingProps) {
  const more = missing.slice(shownAtOnce);
  return (
    <section className="part missing" aria-labelledby="missing-title">
      <header>
        <h2 id="missing-title">
          {missing.length === 0 ? "Nothing was missing" : "What was missing, and where to read it"}
        </h2>
        <div className="row">
          {compareTo ? <ButtonLink to={compareTo.path}>Compare with the attempt {compareTo.which}</ButtonLink> : null}
          {slug === null ? null : (
            <Form method="post" action={`/scenarios/${slug}`}>
              <Button look="go">Try it again</Button>
            </Form>
          )}
        </div>
      </header>
      <ol className="missing-list">
        {missing.slice(0, shownAtOnce).map((each) => (
          <MissingCheck key={each.checkKey} missing={each} further={further[each.checkKey]} />
        ))}
      </ol>
      {more.length === 0 ? null : (
        <details className="outline">
          <summary>{more.length === 1 ? "1 more" : `${more.length} more`}, worth less</summary>
          <ol className="missing-list">
            {more.map((each) => (
              <MissingCheck key={each.checkKey} missing={each} further={further[each.checkKey]} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

type MissingCheckProps = { missing: MissingView; further: FurtherStudy | undefined };

function MissingCheck({ missing: { checkKey, title, study, scoreLost }, further }: MissingCheckProps) {
  return (
    <li>
      <p className="missing-title">{title}</p>
      {study ? (
        <p className="small">
          <Link to={study.href}>
            {study.pageTitle}, {study.sectionTitle}
          </Link>{" "}
          <span className="muted nowrap">· {study.minutes} min</span>
        </p>
      ) : null}
      {further ? (
        <p className="small muted">
          Also{" "}
          <Link to={further.href}>
            {further.pageTitle}, {further.sectionTitle}
          </Link>
        </p>
      ) : null}
      <p className="tiny muted num">
        <a href={`#${checkId(checkKey)}`}>{checkKey}</a>, {pointsWords(scoreLost)}
      </p>
    </li>
  );
}

function pointsWords(scoreLost: number): string {
  const points = Math.round(scoreLost);
  if (points < 1) return "less than a point of the score";
  return points === 1 ? "1 point of the score" : `${points} points of the score`;
}
