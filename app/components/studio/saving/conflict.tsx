import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { hasMarkers, proposeMerge, type Conflict } from "#app/domain/authoring/merging.ts";
import { CopyText } from "./copy-text.tsx";
import { SideBySide } from "./side-by-side.tsx";
import "./conflict.css";

type Choice = "mine" | "theirs" | "merged";

type ConflictProps = {
  conflicts: readonly Conflict[];
  theirs: { editedBy: string | null; savedAt: string };
  /** Without it the form is sent, as where no scripts run. */
  onDecide?: (decided: Record<string, string | null>) => void;
  /** What has to go along with a form that is sent. */
  children?: ReactNode;
};

/**
 * Two people changed the same files. Both versions are shown; nothing is saved before each file is decided. Files that only
 * one of the two changed are not here: they go together by themselves.
 */
export function ConflictForm({ conflicts, theirs, onDecide, children }: ConflictProps) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const [problem, setProblem] = useState<string | null>(null);
  const who = theirs.editedBy ?? "Somebody else";
  return (
    <section className="conflict" aria-labelledby="conflict-title" tabIndex={-1} ref={ref}>
      <h2 id="conflict-title">{who} changed the same text</h2>
      <p className="ink-2">
        Saved <Time iso={theirs.savedAt} form="date-time" />, while you were writing. Nothing of either is lost, and
        nothing is saved until you have decided. Other files, which only one of you changed, go together by themselves.
      </p>
      <form
        method="post"
        className="conflict-form"
        onSubmit={(event) => {
          const form = new FormData(event.currentTarget);
          const found = undecided(conflicts, form);
          setProblem(found);
          if (found || onDecide) event.preventDefault();
          if (!found) onDecide?.(decidedBy(conflicts, form));
        }}
      >
        {children}
        {conflicts.map((conflict) => (
          <ConflictFile key={conflict.path} conflict={conflict} who={who} />
        ))}
        {problem ? (
          <p className="field-error" role="alert">
            {problem}
          </p>
        ) : null}
        <Button look="go">Save what I chose</Button>
      </form>
    </section>
  );
}

function decidedBy(conflicts: readonly Conflict[], form: FormData): Record<string, string | null> {
  return Object.fromEntries(
    conflicts.map(({ path, mine, theirs }) => {
      const choice = form.get(`choice:${path}`);
      const merged = form.get(`merged:${path}`);
      if (choice === "merged" && typeof merged === "string") return [path, merged.replace(/\r\n?/g, "\n")];
      return [path, choice === "theirs" ? theirs : mine];
    }),
  );
}

/** A merged text in which a place is still marked would be saved with the marks. */
function undecided(conflicts: readonly Conflict[], form: FormData): string | null {
  const open = conflicts.find(({ path }) => {
    const merged = form.get(`merged:${path}`);
    return form.get(`choice:${path}`) === "merged" && typeof merged === "string" && hasMarkers(merged);
  });
  return open ? `${open.path}: decide each place between <<<<<<< and >>>>>>>, and take these marks out.` : null;
}

function ConflictFile({ conflict, who }: { conflict: Conflict; who: string }) {
  const { path, mine, theirs } = conflict;
  const { text, undecided: places } = proposeMerge(conflict);
  const canMerge = mine !== null && theirs !== null;
  return (
    <fieldset className="conflict-file">
      <legend className="code">{path}</legend>
      <SideBySide mine={mine} theirs={theirs} who={who} />
      <div className="row">
        {mine === null ? null : <CopyText text={mine} label="Copy yours" />}
        {theirs === null ? null : <CopyText text={theirs} label="Copy theirs" />}
      </div>
      <div className="conflict-choices">
        <ChoiceOf path={path} value="mine">
          {mine === null ? "Keep it removed, as you did" : "Keep yours; theirs is not in the text any more"}
        </ChoiceOf>
        <ChoiceOf path={path} value="theirs">
          {theirs === null ? "Remove it, as they did" : "Take theirs; yours is not in the text any more"}
        </ChoiceOf>
        {canMerge ? (
          <ChoiceOf path={path} value="merged">
            {places === 0
              ? "Edit both together: you changed different lines, and they are put together below"
              : `Edit both together: ${places === 1 ? "1 place" : `${places} places`} that both of you changed ${places === 1 ? "is" : "are"} marked below`}
          </ChoiceOf>
        ) : null}
      </div>
      {canMerge ? (
        <label className="conflict-merged">
          <span className="small">Both together, {path}</span>
          <textarea className="input code" name={`merged:${path}`} defaultValue={text} rows={18} spellCheck={false} />
        </label>
      ) : null}
    </fieldset>
  );
}

type ChoiceOfProps = { path: string; value: Choice; children: ReactNode };

/** None is chosen beforehand: whose words stay is not settled by a press of Enter. */
function ChoiceOf({ path, value, children }: ChoiceOfProps) {
  return (
    <label className="choice">
      <input type="radio" name={`choice:${path}`} value={value} required />
      <span>{children}</span>
    </label>
  );
}
