/**
 * Figures a candidate was given: the scenario's facts, its brief, and what the interviewer said. Each keeps the words it
 * stands with, so that a quantity that restates it can be told from one that happens to be in the same unit.
 */
import type { Transcript } from "../../../interview/transcript.ts";
import type { Fact } from "../../../scenarios/schema.ts";
import { wordsIn, type Span } from "../../../text/words.ts";
import { readQuantities, type Quantity } from "./quantity.ts";
import type { Unit } from "./unit.ts";

/** `isFact`: stated with a label of its own, not only somewhere in a text. */
export type KnownFigure = { quantity: Quantity; words: ReadonlySet<string>; isFact: boolean };

export function contentWords(text: string, span?: Span): string[] {
  return wordsIn(text, span)
    .filter(({ isFunctionWord, text: word }) => !isFunctionWord && !/^\d/.test(word))
    .map(({ key }) => key);
}

const exactly = new Intl.NumberFormat("en", { maximumFractionDigits: 12 });

/** Numbers of a fact with the unit that stands apart from them: "1,455 / 2,908" and "ms". */
function quantitiesOf({ value, unit = "" }: Fact): Quantity[] {
  const written = typeof value === "number" ? exactly.format(value) : value;
  const parts = written
    .split(" / ")
    .map((part) => `${part} ${/^\s*[-+\d.,\u2013to ]+$/.test(part) ? unit : ""}`.trim());
  return parts.flatMap((part) => readQuantities(part).quantities);
}

const clauseEnd = /[.,;:!?\n](?=\s|$)/g;

/** Characters of a clause that say what a number in it is. */
const longestClause = 300;

/** The clause around a quantity, between two of the places where clauses end. */
function clauseAround(ends: readonly number[], { start, end }: Span, length: number): Span {
  const from = (ends.findLast((at) => at < start) ?? -1) + 1;
  const to = ends.find((at) => at >= end) ?? length;
  return { start: Math.max(from, start - longestClause), end: Math.min(to, end + longestClause) };
}

function figuresIn(text: string): KnownFigure[] {
  const ends = [...text.matchAll(clauseEnd)].map(({ index }) => index);
  return readQuantities(text).quantities.map((quantity) => ({
    quantity,
    words: new Set(contentWords(text, clauseAround(ends, quantity, text.length))),
    isFact: false,
  }));
}

/** Texts longer than this hold more figures than anybody was given. */
const longestText = 20_000;

/** A scenario's facts stay the same over all its sessions. */
const statedFigures = new WeakMap<readonly Fact[], readonly KnownFigure[]>();

export function figuresOfFacts(facts: readonly Fact[]): readonly KnownFigure[] {
  let stated = statedFigures.get(facts);
  if (!stated) {
    stated = facts.flatMap((fact) => {
      const words = new Set(contentWords(fact.label));
      const own = quantitiesOf(fact).map((quantity) => ({ quantity, words, isFact: true }));
      return [...own, ...figuresIn(fact.label)];
    });
    statedFigures.set(facts, stated);
  }
  return stated;
}

type Situation = { facts: readonly Fact[]; brief: string };

const briefFigures = new WeakMap<Situation, readonly KnownFigure[]>();

function figuresOfBrief(situation: Situation): readonly KnownFigure[] {
  const figures = briefFigures.get(situation) ?? figuresIn(situation.brief.slice(0, longestText));
  briefFigures.set(situation, figures);
  return figures;
}

export function knownFigures(situation: Situation, transcript: Transcript): KnownFigure[] {
  const told = transcript.filter(({ speaker }) => speaker === "interviewer").map(({ text }) => text);
  const heard = told.flatMap((text) => figuresIn(text.slice(0, longestText)));
  return [...figuresOfFacts(situation.facts), ...figuresOfBrief(situation), ...heard];
}

/** The amount in the unit's dimension. */
export function amountOf({ value, unit }: Pick<Quantity, "value" | "unit">): number {
  return value * unit.factor;
}

const keys = new WeakMap<Unit, string>();

function dimensionKey({ unit }: Quantity): string {
  let key = keys.get(unit);
  if (key === undefined) {
    const bases = Object.entries(unit.dimension).map(([base, exponent]) => `${base}${exponent}`);
    key = `${unit.share ?? ""} ${bases.sort().join(" ")}`;
    keys.set(unit, key);
  }
  return key;
}

/** Whether two quantities are in the same unit at the same rate, and of the same things where both say of what. */
export function isSameKind(a: Quantity, b: Quantity): boolean {
  if (a.isBare || b.isBare || dimensionKey(a) !== dimensionKey(b)) return false;
  return a.unit.noun === b.unit.noun || a.unit.noun === null || b.unit.noun === null;
}

export function isSameAmount(a: number, b: number, tolerance = 0.005): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}
