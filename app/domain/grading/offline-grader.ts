/**
 * The offline grader: a deterministic estimate, without a model, of whether a transcript says what each check asks for.
 * It compares windows of one to three sentences with the rubric's phrasings (`met`) and near misses (`notMet`), and
 * quotes the sentence that carried the decision. It reads words, not reasons, and is labelled an estimate wherever its
 * result is shown.
 */
import { candidateTurns, type Transcript, type Turn } from "../interview/transcript.ts";
import type { Rubric } from "../scenarios/schema.ts";
import { meaningIn, type SaidTerm } from "../text/likeness.ts";
import { sentencesIn, wordsIn, type Span } from "../text/words.ts";
import { addressesTheGrader, isKeywordList } from "./admissible.ts";
import type { Claim, Flag } from "./grade.ts";
import type { Grader } from "./grader.ts";
import { likenessOf, passageOf, targetsOf, type Passage, type RubricTargets, type Target } from "./rubric-targets.ts";

export const offlineModel = "phrasings-1";

/** Likeness from which a check counts as met or partly met, and what a near miss takes away from it. */
const metFrom = 0.26;
const partialFrom = 0.21;
const nearMissCost = 0.5;
/** A red flag costs points and accuses: missing one is better than raising a false one. */
const flagFrom = 0.43;
/** Windows of more sentences match more by chance. */
const wideWindowCost = 0.97;
const longestWindow = 3;
const longestQuoteWords = 25;
/** Fewer words that carry meaning than this say nothing that could be judged. */
const fewestTerms = 3;

type Sentence = { span: Span; said: SaidTerm[]; passage: Passage };
type Window = { turn: Turn; sentences: Sentence[]; passage: Passage };

function isAdmissible(turn: Turn, sentence: Span): boolean {
  const text = turn.text.slice(sentence.start, sentence.end);
  return !addressesTheGrader(text) && (turn.kind === "diagram" || !isKeywordList(turn.text, sentence));
}

function sentencesOf(turn: Turn, rubric: RubricTargets): Sentence[] {
  return sentencesIn(turn.text)
    .filter((span) => isAdmissible(turn, span))
    .map((span) => {
      const said = meaningIn(turn.text, span);
      return { span, said, passage: passageOf(said, rubric) };
    });
}

function windowsOf(turn: Turn, rubric: RubricTargets): Window[] {
  const all = sentencesOf(turn, rubric);
  const windows: Window[] = [];
  for (let from = 0; from < all.length; from += 1) {
    for (let to = from + 1; to <= Math.min(from + longestWindow, all.length); to += 1) {
      const sentences = all.slice(from, to);
      const said = sentences.flatMap((sentence) => sentence.said);
      if (said.length >= fewestTerms) windows.push({ turn, sentences, passage: passageOf(said, rubric) });
    }
  }
  return windows;
}

type Finding = { window: Window; met: number; notMet: number; strength: number };

function findBest(target: Target, windows: readonly Window[]): Finding | null {
  let best: Finding | null = null;
  for (const window of windows) {
    const { met, notMet } = likenessOf(target, window.passage);
    const width = wideWindowCost ** (window.sentences.length - 1);
    const strength = width * (met - nearMissCost * Math.max(0, notMet - met));
    if (best === null || strength > best.strength) best = { window, met, notMet, strength };
  }
  return best;
}

/** The sentence of the window that carries most of the likeness, cut to at most 25 words at a word's edge. */
function quoteFrom({ turn, sentences }: Window, target: Target): string {
  const likeness = sentences.map(({ passage }) => likenessOf(target, passage).met);
  const chosen = sentences[likeness.indexOf(Math.max(...likeness))];
  if (!chosen) return "";
  const { span } = chosen;
  const words = wordsIn(turn.text, span);
  const last = words[longestQuoteWords - 1];
  const end = words.length > longestQuoteWords && last ? last.end : span.end;
  return turn.text.slice(span.start, end);
}

/** 0.5 at a decision's edge, rising to 1 away from it. */
function confidenceOf(strength: number, edges: readonly number[]): number {
  const nearest = Math.min(...edges.map((edge) => Math.abs(strength - edge)));
  return Math.round(100 * Math.min(1, 0.5 + nearest * 4)) / 100;
}

function claimFlag(target: Target, finding: Finding, quote: string): Claim {
  const raised = finding.strength >= flagFrom && finding.met > finding.notMet;
  return {
    id: target.id,
    verdict: raised ? "met" : "not_met",
    quotes: raised ? [quote] : [],
    reason: raised ? "This comes close to a known mistake." : "Nothing you said comes close to it.",
    confidence: confidenceOf(finding.strength, [flagFrom]),
  };
}

function claimCheck(target: Target, finding: Finding, quote: string): Claim {
  const { strength, met, notMet } = finding;
  const confidence = confidenceOf(strength, [metFrom, partialFrom]);
  const claim = { id: target.id, quotes: [quote], confidence };
  if (strength >= metFrom && notMet > met) {
    const reason = "What you said is as close to a near miss as to the point itself.";
    return { ...claim, verdict: "insufficient_evidence", reason };
  }
  if (strength >= metFrom) return { ...claim, verdict: "met", reason: "You say this in words close to what counts." };
  if (strength >= partialFrom)
    return { ...claim, verdict: "partial", reason: "You touch on this without spelling it out." };
  return { ...claim, verdict: "not_met", quotes: [], reason: "Nothing you said comes close to this." };
}

function claimFor(target: Target, windows: readonly Window[]): Claim {
  const finding = findBest(target, windows);
  if (!finding) {
    return { id: target.id, verdict: "not_met", quotes: [], reason: "There is no statement to judge.", confidence: 1 };
  }
  const quote = quoteFrom(finding.window, target);
  return target.kind === "red flag" ? claimFlag(target, finding, quote) : claimCheck(target, finding, quote);
}

/** Claims about every check and red flag of the rubric, in its order. */
export function claimOffline(rubric: Rubric, transcript: Transcript): Claim[] {
  const prepared = targetsOf(rubric);
  const windows = candidateTurns(transcript).flatMap((turn) => windowsOf(turn, prepared));
  return prepared.targets.map((target) => claimFor(target, windows));
}

/** Notes about the answer as a whole that change no points. */
export function flagsOf(transcript: Transcript): Flag[] {
  const flags = new Set<Flag>();
  for (const turn of candidateTurns(transcript)) {
    for (const sentence of sentencesIn(turn.text)) {
      if (addressesTheGrader(turn.text.slice(sentence.start, sentence.end))) flags.add("instructs_the_grader");
      if (turn.kind !== "diagram" && isKeywordList(turn.text, sentence)) flags.add("keyword_list");
    }
  }
  return [...flags];
}

export const offlineGrader: Grader = {
  name: "offline",
  async grade({ scenario, transcript }, { onProgress, signal } = {}) {
    signal?.throwIfAborted();
    const claims = claimOffline(scenario.rubric, transcript);
    onProgress?.({ step: "verdicts", done: claims.length, total: claims.length });
    return { ok: true, claims, making: { model: offlineModel, promptVersion: null, usage: null, costUsd: 0 } };
  },
};
