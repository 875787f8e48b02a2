import { Form, useNavigation } from "@remix-run/react";
import { RequiredLevel } from "#app/components/review/level-choice.tsx";
import { Button } from "#app/components/ui/button.tsx";
import type { CriterionOutcome } from "#app/domain/hiring/candidate-view.ts";
import { mostChangeReasonChars } from "#app/domain/hiring/level-change.ts";
import { ReasonField } from "./reason-field.tsx";
import { refusedOf, type ResultsTold } from "./results-told.ts";

type ChangeLevelProps = { criterion: CriterionOutcome; part: number; told: ResultsTold | null };

/** Another level, with the reason: what was there before stays on the record. */
export function ChangeLevel({ criterion: { id, title, settled, descriptors }, part, told }: ChangeLevelProps) {
  const isSending = useNavigation().state !== "idle";
  const refused = refusedOf(told, "change-level", id);
  return (
    <details className="outline" open={refused !== null}>
      <summary>
        Change this level<span className="visually-hidden">: {title}</span>
      </summary>
      <Form method="post" className="outcome-form" preventScrollReset>
        <input type="hidden" name="intent" value="change-level" />
        <input type="hidden" name="part" value={part} />
        <input type="hidden" name="criterion" value={id} />
        <input type="hidden" name="seen" value={settled ?? "none"} />
        <fieldset className="outcome-levels">
          <legend className="small medium">To level</legend>
          <RequiredLevel says={descriptors} but={settled} given={refused?.given.level} error={refused?.fields.level} />
        </fieldset>
        <ReasonField
          label="Why, for the record"
          fewest={3}
          most={mostChangeReasonChars}
          given={refused?.given.reason}
          error={refused?.fields.reason}
        />
        <Button disabled={isSending}>Change the level</Button>
      </Form>
    </details>
  );
}
