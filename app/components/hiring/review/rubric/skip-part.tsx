import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";

const leastReasonChars = 3;
const mostReasonChars = 300;

/** Leaves the transcript to others: the reason is kept, and what was made of the review stays with its maker. */
export function SkipPart({ problem }: { problem: string | null }) {
  const isSending = useNavigation().state !== "idle";
  return (
    <details className="outline blind-skip" open={problem !== null || undefined}>
      <summary>Leave this transcript to others</summary>
      <Form method="post" className="field" preventScrollReset>
        <label htmlFor="skip-reason">Why you leave it</label>
        <textarea
          id="skip-reason"
          name="reason"
          rows={2}
          required
          minLength={leastReasonChars}
          maxLength={mostReasonChars}
          aria-invalid={problem === null ? undefined : true}
          aria-describedby={problem === null ? "skip-hint" : "skip-problem"}
        />
        {problem === null ? null : (
          <p className="error" id="skip-problem">
            {problem}
          </p>
        )}
        <p className="hint" id="skip-hint">
          For example: you know who it is, or it is not your field. What you have written stays with you.
        </p>
        <div>
          <Button name="intent" value="skip" disabled={isSending}>
            Leave it
          </Button>
        </div>
      </Form>
    </details>
  );
}
