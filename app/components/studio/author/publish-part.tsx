import { isUnsaved, type Saving } from "#app/components/studio/saving/saving.ts";
import { PublishPanel } from "#app/components/studio/versions/publish-panel.tsx";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { authoredStateWords, type AuthoredState } from "#app/domain/authoring/states.ts";

type PublishPartProps = {
  draft: { organisation: { handle: string }; slug: string; state: AuthoredState; revision: number };
  saving: Saving;
  problems: readonly Problem[];
};

/** Where the draft stands, and the way to publish it: folded, as most visits are for writing. */
export function PublishPart({ draft, saving, problems }: PublishPartProps) {
  const { organisation, slug, state, revision } = draft;
  // The page came with the state of its own revision; every save since has changed the text.
  const isChanged = saving.revision !== revision && state.kind === "published";
  const errors = problems
    .filter(({ severity }) => severity === "error")
    .map(({ file, field, message }) => `${file}, ${field}: ${message}`);
  const now: AuthoredState = isChanged ? { kind: "changed", number: state.number } : state;
  return (
    <details className="publish-part">
      <summary>
        <b>{now.kind === "published" || now.kind === "archived" ? "Published" : "Publish"}</b>{" "}
        <span className="muted">{authoredStateWords(now)}</span>
      </summary>
      {isUnsaved(saving) ? (
        <p className="ink-2">What you just wrote is being saved; it can be published a moment later.</p>
      ) : (
        <PublishPanel
          organisation={organisation}
          scenario={{ slug }}
          revision={saving.revision}
          state={now}
          judged={{ errors, refusals: [], warnings: [] }}
        />
      )}
    </details>
  );
}
