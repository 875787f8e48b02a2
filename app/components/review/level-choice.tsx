import type { InputHTMLAttributes, ReactNode } from "react";
import "./level-choice.css";

type RadioProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "name" | "checked" | "defaultChecked" | "onChange" | "required"
>;
type LevelChoiceProps = RadioProps & { level: number | null; children: ReactNode };

type RequiredLevelProps = {
  /** What each level says, from 0 up. */
  says: readonly string[];
  /** The one that there is already: it is left out. */
  but?: number | null;
  given: string | undefined;
  error: string | undefined;
};

/** The levels of a criterion, one of which has to be chosen. */
export function RequiredLevel({ says, but = null, given, error }: RequiredLevelProps) {
  return (
    <>
      {says.map((words, level) =>
        level === but ? null : (
          <LevelChoice key={level} name="level" level={level} required defaultChecked={given === String(level)}>
            {words}
          </LevelChoice>
        ),
      )}
      {error ? <p className="field-error">{error}</p> : null}
    </>
  );
}

/** One of the levels to choose from, with what it says; null is that it cannot be told. */
export function LevelChoice({ level, children, ...radio }: LevelChoiceProps) {
  return (
    <label className="level-choice">
      <input type="radio" value={level ?? "none"} {...radio} />
      <b className="medium num" aria-hidden={level === null || undefined}>
        {level ?? "–"}
      </b>
      <span>{children}</span>
    </label>
  );
}
