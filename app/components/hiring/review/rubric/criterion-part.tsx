import { Asked, type RubricCriterion } from "#app/components/review/levels-form.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";
import type { ReusableComment } from "../review-view.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import { Evidence, type EvidenceActions } from "./evidence.tsx";
import { Note } from "./note.tsx";

export const criterionHeadId = (id: string) => `criterion-${id}`;
export const noteId = (id: string) => `note-${id}`;

type CriterionPartProps = {
  criterion: RubricCriterion;
  draft: ReviewDraft;
  isOpen: boolean;
  /** What is missing or wrong, once the reviewer wanted to finish. */
  problem: string | null;
  /** What is kept to be said again; null where nothing can be. */
  comments: readonly ReusableComment[] | null;
  evidence: EvidenceActions;
  onOpen: (isOpen: boolean) => void;
  onLevel: (level: number | null) => void;
  onComment: (comment: string) => void;
  onInsert: (text: string) => void;
};

/** One criterion: a line while it is closed; its levels, its evidence and its note while it is open. */
export function CriterionPart(props: CriterionPartProps) {
  const { criterion, draft, isOpen, problem, comments, evidence, onOpen, onLevel, onComment, onInsert } = props;
  const { id, key, title } = criterion;
  const chosen = draft.levels[id];
  const problemId = problem === null ? undefined : `problem-${id}`;
  return (
    <li className="blind-criterion" data-open={isOpen || undefined}>
      <h3>
        <button type="button" id={criterionHeadId(id)} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          <span className="criterion-key">{key}</span>
          <span>{title}</span>
          <Given level={chosen} isOpen={isOpen} />
        </button>
      </h3>
      <div className="blind-criterion-body">
        {problem === null ? null : (
          <p className="field-error" id={problemId}>
            {problem}
          </p>
        )}
        <Levels criterion={criterion} chosen={chosen} problemId={problemId} onLevel={onLevel} />
        <Asked criterion={criterion} />
        <Evidence criterion={criterion} quotes={draft.quotes[id] ?? []} {...evidence} />
        <Note
          id={noteId(id)}
          criterion={criterion}
          comment={draft.comments[id] ?? ""}
          comments={isOpen ? comments : null}
          onComment={onComment}
          onInsert={onInsert}
        />
      </div>
    </li>
  );
}

function Given({ level, isOpen }: { level: number | null | undefined; isOpen: boolean }) {
  if (level === undefined) return <span className="given-level">{isOpen ? "Rating" : "Not rated"}</span>;
  return (
    <span className="given-level is-given num" data-open={isOpen || undefined}>
      {level === null ? "Cannot tell" : `Level ${level}`}
    </span>
  );
}

type LevelsProps = Pick<CriterionPartProps, "criterion" | "onLevel"> & {
  chosen: number | null | undefined;
  problemId: string | undefined;
};

function Levels({ criterion: { id, key, title, levels }, chosen, problemId, onLevel }: LevelsProps) {
  const name = `level:${id}`;
  return (
    <fieldset className="blind-levels" aria-describedby={problemId}>
      <legend className="visually-hidden">
        Level for {key}, {title}
      </legend>
      {levels.map((descriptor, level) => (
        <label key={level} className="blind-level">
          <input type="radio" name={name} value={level} checked={chosen === level} onChange={() => onLevel(level)} />
          <Kbd>{String(level)}</Kbd>
          <span className="serif">{descriptor}</span>
        </label>
      ))}
      <label className="blind-level cannot-tell">
        <input type="radio" name={name} value="none" checked={chosen === null} onChange={() => onLevel(null)} />
        <Kbd>U</Kbd>
        <span>Cannot tell from this transcript</span>
      </label>
    </fieldset>
  );
}
