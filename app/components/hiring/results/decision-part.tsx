import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { ShownDecision } from "#app/domain/hiring/candidate-view.ts";
import { decisionOutcomes, fewestReasonChars, mostReasonChars, outcomeWords } from "#app/domain/hiring/decision.ts";
import { ReasonField } from "./reason-field.tsx";
import { refusedOf, type ResultsTold } from "./results-told.ts";

/** What was decided, the oldest first, and the form to decide: by a person, with a reason that stays in the team. */
export function DecisionPart({ decisions, told }: { decisions: readonly ShownDecision[]; told: ResultsTold | null }) {
  const isSending = useNavigation().state !== "idle";
  const refused = refusedOf(told, "decide");
  return (
    <section className="part decision" id="decision" aria-labelledby="decision-title">
      <h2 id="decision-title">Decision</h2>
      {decisions.length === 0 ? (
        <p className="ink-2">Nothing is decided yet.</p>
      ) : (
        <ol className="decisions">
          {decisions.map(({ outcome, reason, by, at }) => (
            <li key={at + by}>
              <p>
                <b className="medium">{outcomeWords[outcome]}</b>{" "}
                <span className="small muted">
                  {by}, <Time iso={at} form="date-time" />
                </span>
              </p>
              <p className="reading-comment">{reason}</p>
            </li>
          ))}
        </ol>
      )}
      <Form method="post" className="outcome-form" key={decisions.length} preventScrollReset>
        <input type="hidden" name="intent" value="decide" />
        <fieldset className="decision-outcomes">
          <legend className="small medium">{decisions.length === 0 ? "Decide" : "Decide anew"}</legend>
          {decisionOutcomes.map((outcome) => (
            <label key={outcome} className="candidate-choice">
              <input
                type="radio"
                name="outcome"
                value={outcome}
                required
                defaultChecked={refused?.given.outcome === outcome}
              />
              {outcomeWords[outcome]}
            </label>
          ))}
        </fieldset>
        {refused?.fields.outcome ? <p className="field-error">{refused.fields.outcome}</p> : null}
        <ReasonField
          label="The reason"
          hint="It stays in the team and on the record; the candidate does not get it. A later decision stands beside this one."
          fewest={fewestReasonChars}
          most={mostReasonChars}
          given={refused?.given.reason}
          error={refused?.fields.reason}
        />
        <Button disabled={isSending}>Record the decision</Button>
      </Form>
    </section>
  );
}
