/**
 * What code found in an answer, as a model is told it: verdicts, turns, and numbers written by code. Nothing in it is
 * the candidate's own wording, so it may stand outside the transcript.
 */
import type { Findings } from "./findings.ts";

/** More than this is not told: an answer may be nothing but numbers. */
const mostNumbers = 60;
const mostDiagrams = 20;

function numbersIn({ numbers }: Findings) {
  return numbers
    .filter(({ verdict }) => verdict !== "unchecked")
    .sort((a, b) => Number(b.verdict === "wrong") - Number(a.verdict === "wrong"))
    .slice(0, mostNumbers)
    .map(({ quote, claimed, computed, verdict }) => ({ turn: quote.seq, claimed, computed, verdict }));
}

function diagramsIn({ diagrams }: Findings) {
  return diagrams.slice(0, mostDiagrams).map(({ seq, analysed, rules }) => ({
    turn: seq,
    analysed,
    rules: rules.map(({ rule, verdict }) => ({ rule, verdict })),
  }));
}

/** Null where nothing was found. */
export function tellFindings(findings: Findings): string | null {
  const [numbers, diagrams] = [numbersIn(findings), diagramsIn(findings)];
  if (numbers.length === 0 && diagrams.length === 0) return null;
  return `What code worked out from the candidate's turns, as JSON:\n${JSON.stringify({ numbers, diagrams })}`;
}
