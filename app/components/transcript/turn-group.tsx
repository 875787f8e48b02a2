import type { ReactNode } from "react";
import { groupLabel, type TurnLike } from "./turns.ts";
import "./transcript.css";

type TurnGroupProps<T extends TurnLike> = {
  group: readonly [T, ...T[]];
  /** Who speaks, for a reader who is not the candidate. */
  label?: string;
  /** One turn of the group: its paragraphs, or its drawing. */
  children: (turn: T) => ReactNode;
};

const voices: Partial<Record<TurnLike["kind"], string>> = { fact: "told", hint: "hint" };

/** The interviewer in second ink, the candidate in ink, a told fact behind a grey stroke, a hint behind a dashed one. */
export function TurnGroup<T extends TurnLike>({ group, label, children }: TurnGroupProps<T>) {
  const [first] = group;
  const voice = voices[first.kind] ?? first.speaker;
  return (
    <div className={`turn ${voice}`}>
      <p className="who">{label ?? groupLabel(group)}</p>
      {group.map((turn) => (
        <div key={turn.seq} className={turn.kind === "diagram" ? "turn-drawing" : "prose"}>
          {children(turn)}
        </div>
      ))}
    </div>
  );
}
