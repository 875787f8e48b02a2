import type { InputHTMLAttributes, ReactNode } from "react";
import "./level-choice.css";

type RadioProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "name" | "checked" | "defaultChecked" | "onChange" | "required"
>;
type LevelChoiceProps = RadioProps & { level: number | null; children: ReactNode };

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
