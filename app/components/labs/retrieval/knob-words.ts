import type { KnobName, KnobTexts } from "#app/domain/retrieval/lab/knob-positions.ts";
import type { KnobFault } from "#app/domain/retrieval/lab/knobs.ts";

type KnobWords = {
  label: string;
  /** What it does, or where a position of it comes from. */
  note?: string;
  /** Where what the sources say of it is looked into. */
  read?: { address: string; words: string };
  /** Words of a position that a number does not say. */
  positions?: Readonly<Record<string, string>>;
  unit?: string;
};

const onOff = { on: "On", off: "Off" };

export const knobWords: { readonly [Name in KnobName]: KnobWords } = {
  size: {
    label: "Chunk size",
    unit: "words",
    note: "At most; pieces end with a sentence and do not leave their section.",
  },
  overlap: { label: "Overlap", unit: "words", positions: { "0": "None" } },
  words: {
    label: "Find by words",
    positions: onOff,
    note: "One published pipeline hands this half an empty text.",
    read: { address: "/figures#c18", words: "The ledger" },
  },
  meaning: { label: "Find by meaning", positions: onOff },
  fusion: {
    label: "Put the two lists together",
    positions: { ranks: "By ranks (RRF)", weights: "0.7 meaning, 0.3 words", none: "One after the other" },
    note: "S0 prints the weights, S1 the fusion by ranks.",
    read: { address: "/figures#c19", words: "The ledger" },
  },
  k: { label: "k of the fusion by ranks", note: "The larger, the less the first ranks stand out." },
  rerank: {
    label: "Order the first anew",
    positions: { "0": "None" },
    unit: "candidates",
    note: "S2 credits this alone with what its study counts over three steps.",
    read: { address: "/figures#c50", words: "The ledger" },
  },
  top: {
    label: "Hand on at most",
    unit: "passages",
    positions: { "1": "1 passage" },
    note: "S0 finds 10 and hands on 4; it calls 20 a mistake.",
    read: { address: "/learn/retrieval-pipeline#how-many-chunks", words: "How many" },
  },
  bar: {
    label: "Nothing found, below",
    positions: { shipped: "As shipped", "0": "0 (never)" },
    note: "How sure search must be of an answer. S0 prints 0.72, of another measure, without a test.",
    read: { address: "/figures#s0-similarity-threshold", words: "The ledger" },
  },
  budget: { label: "Room in the prompt", unit: "tokens" },
};

export function positionWords(knob: KnobName, position: string): string {
  const { positions, unit } = knobWords[knob];
  const known = positions?.[position];
  if (known !== undefined) return known;
  return [Number(position).toLocaleString("en-US"), unit].filter(Boolean).join(" ");
}

export function faultWords({ knob, typed, used, reason }: KnobFault): string {
  if (reason === "both-off") return "One of the two must be on. Found by words instead.";
  const flat = typed.replaceAll(/[\p{C}\s]+/gu, " ").trim();
  const shown = flat === "" ? "Nothing" : `“${flat.length > 24 ? `${flat.slice(0, 24)}…` : flat}”`;
  return `${shown} is no position of this knob. ${positionWords(knob, used)} is used instead.`;
}

/** The knobs of a form in the order of the stages; `k` counts for one kind of fusion only. */
export function knobsShown({ fusion }: Pick<KnobTexts, "fusion">): KnobName[] {
  const all: KnobName[] = ["size", "overlap", "words", "meaning", "fusion", "k", "rerank", "bar", "top", "budget"];
  return fusion === "ranks" ? all : all.filter((name) => name !== "k");
}
