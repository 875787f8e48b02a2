import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import type { PartProgress } from "#app/domain/hiring/candidate-view.ts";
import { mostChangeReasonChars } from "#app/domain/hiring/level-change.ts";
import { progressWords } from "#app/domain/hiring/results.ts";
import { ReasonField } from "./reason-field.tsx";
import { refusedOf, type ResultsTold } from "./results-told.ts";

/** A candidate whose sessions are still under review: a code, and how far it has come. */
export function UnderReview({ parts, told }: { parts: readonly PartProgress[]; told: ResultsTold | null }) {
  return (
    <>
      <p className="lead">Still under review.</p>
      <p className="small muted">
        Levels, evidence and the name are shown once every session of this candidate has been reviewed, so that nobody
        who may still review it reads with them in mind.
      </p>
      <ol className="under-review">
        {parts.map((part) => (
          <li key={part.position}>
            <p>
              <span className="serif">{part.title}</span> <span className="small muted num">{progressWords(part)}</span>
            </p>
            {part.state === "adjudicating" ? (
              <p className="small ink-2">
                Two reviewers are two levels or more apart. Somebody who has not reviewed it decides between them.
              </p>
            ) : null}
            {part.state === "waiting" && part.given > 0 ? <EndReviewing part={part} told={told} /> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function EndReviewing({
  part: { position, given, wanted, title },
  told,
}: {
  part: PartProgress;
  told: ResultsTold | null;
}) {
  const isSending = useNavigation().state !== "idle";
  const refused = refusedOf(told, "end-reviewing");
  return (
    <details className="outline" open={refused !== null}>
      <summary>
        End the reviewing early<span className="visually-hidden">: {title}</span>
      </summary>
      <Form method="post" className="outcome-form" preventScrollReset>
        <input type="hidden" name="intent" value="end-reviewing" />
        <input type="hidden" name="part" value={position} />
        <p className="small ink-2">
          The {given === 1 ? "one review there is counts" : `${given} reviews there are count`} as enough, instead of{" "}
          {wanted}. This cannot be taken back, and the reason stays on the record.
        </p>
        <ReasonField
          label="Why"
          fewest={3}
          most={mostChangeReasonChars}
          given={refused?.given.reason}
          error={refused?.fields.reason}
        />
        <Button disabled={isSending}>End the reviewing</Button>
      </Form>
    </details>
  );
}
