/**
 * The knobs of a retrieval pipeline as an address writes them and as the pipeline reads them. They begin where search
 * ships.
 */
import { z } from "zod";
import { knobPositions, type KnobName, type KnobTexts } from "./knob-positions.ts";

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

/** What search ships with, and as much as it could well hand on. A test holds it against what search does. */
export const shippedTexts: KnobTexts = {
  size: "90",
  overlap: "0",
  words: "on",
  meaning: "on",
  fusion: "ranks",
  k: "60",
  rerank: "40",
  top: "5",
  bar: "shipped",
  budget: "1000",
};

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
