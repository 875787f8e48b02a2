/**
 * The knobs of a retrieval pipeline, each with a few fixed positions, as they stand in an address; what search ships with
 * is the position they begin at. The positions follow the sources where these print any: k = 60, 0.7/0.3, top 10, 0.72.
 */
import { z } from "zod";
import { shippedChunkSize } from "../passage.ts";
import { rankConstant } from "../fusion.ts";
import { shippedDepths } from "../search.ts";

export const knobPositions = {
  size: ["45", "90", "180", "360"],
  overlap: ["0", "20", "40"],
  words: ["on", "off"],
  meaning: ["on", "off"],
  fusion: ["ranks", "weights", "none"],
  k: ["1", "10", "60", "200"],
  rerank: ["0", "10", "20", "40"],
  top: ["1", "3", "5", "10", "20"],
  bar: ["shipped", "0", "0.2", "0.5", "0.72", "0.9"],
  budget: ["250", "500", "1000", "2000", "4000"],
} as const;
export type KnobName = keyof typeof knobPositions;
export const knobNames = Object.keys(knobPositions) as KnobName[];

/** A position of every knob, as written. */
export type KnobTexts = { [Name in KnobName]: (typeof knobPositions)[Name][number] };

const KnobTextsSchema = {
  size: z.enum(knobPositions.size),
  overlap: z.enum(knobPositions.overlap),
  words: z.enum(knobPositions.words),
  meaning: z.enum(knobPositions.meaning),
  fusion: z.enum(knobPositions.fusion),
  k: z.enum(knobPositions.k),
  rerank: z.enum(knobPositions.rerank),
  top: z.enum(knobPositions.top),
  bar: z.enum(knobPositions.bar),
  budget: z.enum(knobPositions.budget),
} satisfies { [Name in KnobName]: z.ZodType<KnobTexts[Name]> };

/** What search ships with, and how much of it "Ask" could hand on. */
export const shippedTexts: KnobTexts = {
  size: nearest("size", shippedChunkSize.sizeWords),
  overlap: nearest("overlap", shippedChunkSize.overlapWords),
  words: "on",
  meaning: "on",
  fusion: "ranks",
  k: nearest("k", rankConstant),
  rerank: nearest("rerank", shippedDepths.reranked),
  top: "5",
  bar: "shipped",
  budget: "1000",
};

/** What ships has a position of its own; a change of it that has none shows in a test. */
function nearest<Name extends "size" | "overlap" | "k" | "rerank">(name: Name, value: number): KnobTexts[Name] {
  const positions: readonly KnobTexts[Name][] = knobPositions[name];
  const distance = (text: string) => Math.abs(Number(text) - value);
  return positions.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}

export type Fusion = { kind: "ranks"; k: number } | { kind: "weights" } | { kind: "none" };

export type Knobs = {
  sizeWords: number;
  overlapWords: number;
  words: boolean;
  meaning: boolean;
  fusion: Fusion;
  /** How many of the first are ordered anew; 0 for none. */
  reranked: number;
  top: number;
  /** 0 to 1; null for the threshold that ships. */
  bar: number | null;
  budgetTokens: number;
};

/** `reason` is `position` for what the knob does not have, `both-off` where no stage is left that finds anything. */
export type KnobFault = { knob: KnobName; typed: string; used: string; reason: "position" | "both-off" };
export type ReadKnobs = { texts: KnobTexts; knobs: Knobs; faults: KnobFault[] };

/** Reads what an address says of the knobs; what it does not say, or says wrongly, stays as `start` has it. */
export function readKnobs(params: Iterable<readonly [string, string]>, start: KnobTexts = shippedTexts): ReadKnobs {
  const written = new Map(params);
  const faults: KnobFault[] = [];
  const read = <Name extends KnobName>(knob: Name): KnobTexts[Name] => {
    const typed = written.get(knob);
    if (typed === undefined) return start[knob];
    const parsed = KnobTextsSchema[knob].safeParse(typed.trim());
    if (parsed.success) return parsed.data as KnobTexts[Name];
    faults.push({ knob, typed, used: start[knob], reason: "position" });
    return start[knob];
  };
  const texts: KnobTexts = {
    size: read("size"),
    overlap: read("overlap"),
    words: read("words"),
    meaning: read("meaning"),
    fusion: read("fusion"),
    k: read("k"),
    rerank: read("rerank"),
    top: read("top"),
    bar: read("bar"),
    budget: read("budget"),
  };
  const isBothOff = texts.words === "off" && texts.meaning === "off";
  if (isBothOff) faults.push({ knob: "meaning", typed: "off", used: "words", reason: "both-off" });
  return { texts, knobs: { ...knobsOf(texts), words: texts.words === "on" || isBothOff }, faults };
}

export function knobsOf(texts: KnobTexts): Knobs {
  return {
    sizeWords: Number(texts.size),
    overlapWords: Number(texts.overlap),
    words: texts.words === "on",
    meaning: texts.meaning === "on",
    fusion: texts.fusion === "ranks" ? { kind: "ranks", k: Number(texts.k) } : { kind: texts.fusion },
    reranked: Number(texts.rerank),
    top: Number(texts.top),
    bar: texts.bar === "shipped" ? null : Number(texts.bar),
    budgetTokens: Number(texts.budget),
  };
}

export const shippedKnobs = knobsOf(shippedTexts);
