import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import type { ShownState } from "./state-words.ts";

type EndFormsProps = {
  overview: { state: ShownState; hasCandidates: boolean };
};

/** Closing it, or deleting what nobody took. */
export function EndForms({ overview: { state, hasCandidates } }: EndFormsProps) {
  if (state === "open") {
    return (
      <LabelledSection id="end" label="Close it">
        <details className="asks-once">
          <summary>Close this assessment</summary>
          <Form method="post" className="stack">
            <p className="small">
              Nothing begins any more, and it cannot be opened again. Interviews under way go on, what is finished is
              handed in and reviewed, and invitations lead to a page that says it is closed.
            </p>
            <div>
              <Button name="intent" value="close">
                Yes, close it
              </Button>
            </div>
          </Form>
        </details>
      </LabelledSection>
    );
  }
  if (hasCandidates) return null;
  return (
    <LabelledSection id="end" label="Delete it">
      <details className="asks-once">
        <summary>Delete this {state === "draft" ? "draft" : "assessment"}</summary>
        <Form method="post" className="stack">
          <p className="small">Nobody has taken it. Its rules and its invitations are gone for good.</p>
          <div>
            <Button name="intent" value="delete">
              Yes, delete it
            </Button>
          </div>
        </Form>
      </details>
    </LabelledSection>
  );
}
