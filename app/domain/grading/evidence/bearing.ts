/**
 * Whether a quote bears on the check it is given for. A grader that has been talked round can hang true but idle words on
 * every check; so the sentence of a quote must share rare words with what the check asks, and more of them than with most
 * other checks, and one sentence is evidence for a few checks only. It is no judgement of whether the quote proves the
 * check. The bounds are set on quotes picked by hand from labelled answers; what they cost is in bench/grading/defences.ts.
 * A grader that measures bearing itself, check by check, is left what it claims: then no claim hangs on another.
 */
import type { Transcript } from "../../interview/transcript.ts";
import { titleOf, type Rubric } from "../../scenarios/schema.ts";
import { meaningOf } from "../../text/likeness.ts";
import { termsOf } from "../../text/synonyms.ts";
import { sentencesIn, wordsIn } from "../../text/words.ts";
import type { EvidenceGate } from "./evidence.ts";
import type { Claim } from "../grade.ts";
import type { Quote } from "../quote.ts";

/** Of the check that the sentence bears on most, and its place among all checks. */
const leastShare = 0.2;
const lastPlace = 12;
/** Checks that one sentence can be evidence for. */
export const checksOfASentence = 3;

function meaningsIn(text: string): Set<string> {
  const terms = termsOf(wordsIn(text)).filter(({ isFunctionWord }) => !isFunctionWord);
  return new Set(terms.map(meaningOf));
}

type Prepared = { weights: ReadonlyMap<string, number>; vocabularies: ReadonlyMap<string, ReadonlySet<string>> };

function prepare(rubric: Rubric): Prepared {
  const items = rubric.criteria.flatMap((criterion) => [...criterion.checks, ...criterion.redFlags]);
  const vocabularies = new Map(
    items.map((item) => {
      const probe = "probe" in item ? item.probe : "";
      return [item.id, meaningsIn([item.asks, titleOf(item), probe, ...item.met, ...item.notMet].join("\n"))];
    }),
  );
  const counts = new Map<string, number>();
  for (const meaning of [...vocabularies.values()].flatMap((vocabulary) => [...vocabulary])) {
    counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  }
  // A word that every check uses hardly says which of them is meant.
  const weights = new Map([...counts].map(([meaning, count]) => [meaning, Math.log((items.length + 1) / count)]));
  return { weights, vocabularies };
}

const prepared = new WeakMap<Rubric, Prepared>();

function preparedFor(rubric: Rubric): Prepared {
  let found = prepared.get(rubric);
  if (!found) {
    found = prepare(rubric);
    prepared.set(rubric, found);
  }
  return found;
}

/** How much of each check's own words a text has. */
function bearingsIn(text: string, { weights, vocabularies }: Prepared): ReadonlyMap<string, number> {
  const meanings = [...meaningsIn(text)];
  const sum = (vocabulary: ReadonlySet<string>) =>
    meanings.reduce((total, each) => total + (vocabulary.has(each) ? (weights.get(each) ?? 0) : 0), 0);
  return new Map([...vocabularies].map(([id, vocabulary]) => [id, sum(vocabulary)]));
}

/** Null where the words do not bear on the check. */
function bearingOn(id: string, bearings: ReadonlyMap<string, number>): number | null {
  const own = bearings.get(id) ?? 0;
  const all = [...bearings.values()];
  const place = 1 + all.filter((bearing) => bearing > own).length;
  return own > 0 && own >= leastShare * Math.max(...all) && place <= lastPlace ? own : null;
}

/** The sentences a quote is taken from, and where they begin. */
function sentenceOf({ seq, start, end }: Quote, transcript: Transcript): { key: string; text: string } {
  const text = transcript.find((turn) => turn.seq === seq)?.text ?? "";
  const around = sentencesIn(text).filter((sentence) => sentence.start < end && start < sentence.end);
  const from = Math.min(start, around[0]?.start ?? start);
  return { key: `${seq}:${from}`, text: text.slice(from, Math.max(end, around.at(-1)?.end ?? end)) };
}

type Use = { sentence: string; bearing: number; claim: Claim };

function usesOf(claim: Claim, quotes: readonly Quote[], transcript: Transcript, rubric: Prepared): Use[] {
  return quotes.flatMap((quote) => {
    // Words that carry nothing would borrow the bearing of the sentence around them.
    if ((bearingsIn(quote.text, rubric).get(claim.id) ?? 0) === 0) return [];
    const { key, text } = sentenceOf(quote, transcript);
    const bearing = bearingOn(claim.id, bearingsIn(text, rubric));
    return bearing === null ? [] : [{ sentence: key, bearing, claim }];
  });
}

/** Of the checks that lean on the same sentence, those it bears on most. */
function withinLimit(uses: readonly Use[]): Set<Claim> {
  const bySentence = new Map<string, Use[]>();
  for (const use of uses) bySentence.set(use.sentence, [...(bySentence.get(use.sentence) ?? []), use]);
  const kept = [...bySentence.values()].flatMap((list) => {
    const best = new Map(list.toSorted((a, b) => a.bearing - b.bearing).map((use) => [use.claim, use.bearing]));
    const claims = [...best].sort(([, a], [, b]) => b - a).map(([claim]) => claim);
    return claims.slice(0, checksOfASentence);
  });
  return new Set(kept);
}

/**
 * Takes the quotes away from claims in the candidate's favour none of whose quotes bears on the check. What is not in the
 * transcript at all is left to the gate.
 */
export function bearOut(
  { rubric, transcript, gate }: { rubric: Rubric; transcript: Transcript; gate: EvidenceGate },
  claims: readonly Claim[],
): Claim[] {
  const vocabularies = preparedFor(rubric);
  const stand = new Map(
    claims
      .filter(({ verdict }) => verdict === "met" || verdict === "partial")
      .map((claim) => [claim, gate(claim.quotes).quotes]),
  );
  const uses = [...stand].flatMap(([claim, quotes]) => usesOf(claim, quotes, transcript, vocabularies));
  const borneOut = withinLimit(uses);
  return claims.map((claim) => {
    const quotes = stand.get(claim) ?? [];
    if (quotes.length === 0 || borneOut.has(claim)) return claim;
    return { ...claim, quotes: [], beside: claim.quotes };
  });
}
