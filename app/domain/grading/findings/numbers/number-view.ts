/**
 * The numbers of an answer as the scorecard shows them: each wrong one with its key, its words and the sum, and those
 * that hold in short. Keys begin with "No", which no check's key does.
 */
import type { NumberFinding } from "../findings.ts";
import type { MarkedQuote } from "../../scorecard/marked-text.ts";
import type { Quote } from "../../quote.ts";

export type WrongNumber = { key: string; quote: Quote; claimed: string; computed: string; sum: string; note: string };
export type HoldingNumber = { claimed: string; reason: string; seq: number };
export type NumbersView = { wrong: WrongNumber[]; holding: HoldingNumber[]; unchecked: number };

/** A reason is the sum and, for a wrong number, what was said instead, and perhaps a sentence more. */
function partsOf(reason: string, claimed: string): { sum: string; note: string } {
  const [sum = reason, note = ""] = reason.split(`, not ${claimed}.`);
  return { sum: sum.trim(), note: note.trim() };
}

function viewWrong({ quote, claimed, computed, reason }: NumberFinding, at: number): WrongNumber {
  return { key: `No${at + 1}`, quote, claimed, computed: computed ?? "", ...partsOf(reason, claimed) };
}

export function viewNumbers(numbers: readonly NumberFinding[]): NumbersView {
  const holding = new Map<string, HoldingNumber>();
  for (const { verdict, claimed, reason, quote } of numbers) {
    if (verdict === "consistent" && !holding.has(reason)) holding.set(reason, { claimed, reason, seq: quote.seq });
  }
  return {
    wrong: numbers.filter(({ verdict }) => verdict === "wrong").map(viewWrong),
    holding: [...holding.values()],
    unchecked: numbers.filter(({ verdict }) => verdict === "unchecked").length,
  };
}

/** The words of the wrong numbers, to be marked where they stand. */
export function numberMarks({ wrong }: NumbersView): (MarkedQuote & { seq: number })[] {
  return wrong.map(({ key, quote: { seq, start, end } }) => ({
    checkKey: key,
    kind: "wrong-number",
    id: `${key}-1`,
    seq,
    start,
    end,
  }));
}
