import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import type { AuthoredState } from "#app/domain/authoring/states.ts";

/** Taking a scenario out of the library, and back into it; what nobody ever took can be deleted. */
export function Withdraw({ state }: { state: AuthoredState }) {
  const isBusy = useNavigation().state !== "idle";
  if (state.kind === "archived") {
    return (
      <Form method="post" className="withdraw">
        <p className="ink-2">
          Archived: nobody can begin it. {state.number === null ? "" : "Scorecards and versions are as they were."}
        </p>
        <Button name="intent" value="unarchive" disabled={isBusy}>
          Restore it
        </Button>
      </Form>
    );
  }
  return (
    <div className="withdraw">
      <Form method="post" className="withdraw">
        <p className="ink-2">
          An archived scenario is listed nowhere and cannot be begun. Interviews under way go on, and everybody keeps
          their scorecards.
        </p>
        <Button name="intent" value="archive" disabled={isBusy}>
          Archive it
        </Button>
      </Form>
      {state.kind === "draft" ? <DeleteDraft isBusy={isBusy} /> : null}
    </div>
  );
}

function DeleteDraft({ isBusy }: { isBusy: boolean }) {
  return (
    <details>
      <summary>Or delete the draft</summary>
      <Form method="post" className="withdraw">
        <p className="ink-2">
          It was never published, so nobody has taken it. Its text and sample answers are gone then.
        </p>
        <Button name="intent" value="delete" disabled={isBusy}>
          Delete it for good
        </Button>
      </Form>
    </details>
  );
}
