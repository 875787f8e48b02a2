import type { LateFact } from "#app/domain/interview/draft.ts";
import type { TurnLike } from "./turns.ts";
import "./transcript.css";

// Facts about an interview for whoever reads it: nothing is made of them.

const whatWas: Partial<Record<TurnLike["kind"], string>> = { clarification: "question", diagram: "diagram" };

const characters = (count: number) => `${count.toLocaleString("en")} character${count === 1 ? "" : "s"}`;

/** How much of what the candidate said came by pasting. */
export function Pasted({ turn }: { turn: Pick<TurnLike, "kind" | "speaker"> & { pasted?: number | undefined } }) {
  const { kind, speaker, pasted = 0 } = turn;
  if (speaker !== "candidate" || pasted === 0) return null;
  return (
    <p className="tiny muted plain-fact">
      {characters(pasted)} of this {whatWas[kind] ?? "answer"} {pasted === 1 ? "was" : "were"} pasted.
    </p>
  );
}

/** That something came after time was up. What it says is its author's alone. */
export function CameLate({ late }: { late: LateFact | null | undefined }) {
  if (!late) return null;
  const came = [
    ...(late.characters > 0 ? [characters(late.characters)] : []),
    ...(late.hasDrawing ? ["a drawing"] : []),
  ];
  return (
    <p className="small muted plain-fact">
      After time was up {came.join(" and ")} came in. That is no part of the interview: it is kept for the candidate
      alone, and counts neither for nor against anything.
    </p>
  );
}
