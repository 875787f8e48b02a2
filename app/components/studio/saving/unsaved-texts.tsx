import { CopyText } from "./copy-text.tsx";
import { keptOf, type Saving } from "./saving.ts";

/** What was written and can no longer be saved, to be copied elsewhere. */
export function UnsavedTexts({ state }: { state: Saving }) {
  const changed = Object.entries(keptOf(state).changes).filter((entry): entry is [string, string] => entry[1] !== null);
  return (
    <section className="unsaved-texts stack" aria-label="What is not saved">
      <h2>This can no longer be saved</h2>
      <p className="ink-2">
        It was removed, or you may no longer write here. What you wrote stays on this page and on this device until you
        leave it: copy what you need.
      </p>
      {changed.map(([path, text]) => (
        <div key={path} className="stack">
          <div className="row between">
            <h3 className="code">{path}</h3>
            <CopyText text={text} label="Copy" />
          </div>
          <textarea className="input code" readOnly rows={12} value={text} aria-label={`Your text of ${path}`} />
        </div>
      ))}
    </section>
  );
}
