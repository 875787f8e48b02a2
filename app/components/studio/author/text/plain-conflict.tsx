import { ConflictForm } from "#app/components/studio/saving/conflict.tsx";
import type { Conflict } from "#app/domain/authoring/merging.ts";
import { AuthorNav } from "../author-nav.tsx";

type PlainConflictProps = {
  draft: { organisation: { handle: string; name: string }; slug: string; title: string };
  conflict: Conflict & { revision: number; editedBy: string | null; savedAt: string };
};

/** The same choice where no scripts run: one file, sent as a form that knows both versions. */
export function PlainConflict({ draft: { organisation, slug, title }, conflict }: PlainConflictProps) {
  const { path, mine, theirs, revision } = conflict;
  return (
    <div className="wrap">
      <AuthorNav organisation={organisation} scenario={{ slug, title }} at="write" />
      <ConflictForm conflicts={[conflict]} theirs={conflict}>
        <input type="hidden" name="file" value={path} />
        <input type="hidden" name="seenRevision" value={revision} />
        <textarea hidden readOnly name="mine" value={mine ?? ""} />
        <textarea hidden readOnly name="theirs" value={theirs ?? ""} />
        <textarea hidden readOnly name="was" value={theirs ?? ""} />
        <textarea hidden readOnly name="text" value={mine ?? ""} />
      </ConflictForm>
    </div>
  );
}
