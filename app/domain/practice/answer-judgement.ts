/**
 * What the offline core makes of one short answer: the same reading, evidence gate and verdicts as for a whole interview,
 * on a transcript of one question and one answer.
 */
import type { Transcript } from "../interview/transcript.ts";
import { openEvidenceGate } from "../grading/evidence/evidence.ts";
import { amountOf, isSameAmount, isSameKind } from "../grading/findings/numbers/known-figure.ts";
import { readQuantities } from "../grading/findings/numbers/quantity.ts";
import { claimOffline, nearMissReason } from "../grading/offline/offline-grader.ts";
import type { Claim } from "../grading/grade.ts";
import { prepareQuestion, scoreAnswer } from "../grading/short-answer/short-answer.ts";
import { rarityOver } from "../statements/rarity.ts";
import type { Rarity } from "../statements/vocabulary.ts";
import { sentencesIn } from "../text/words.ts";
import { scoreClaims } from "../grading/score.ts";
import type { Approach } from "../scenarios/approach.ts";
import type { Check, Rubric, Verdict } from "../scenarios/schema.ts";
import type { CardContent } from "./card.ts";
import { acceptedBy, drillMs, drillGraceMs, type Drill, type DrillOutcome, type DrillResult } from "./drill.ts";
import type { Rating } from "./schedule.ts";

export const maxReasonChars = 2_000;

export type Judgement = {
  verdict: Verdict;
  reason: string;
  /** Where the words stand that count. */
  quotes: { start: number; end: number; text: string }[];
};

const rank: Record<Verdict, number> = { met: 3, partial: 2, insufficient_evidence: 1, not_met: 0 };

type Reason = { id: string; asks: string; met: string[]; notMet: string[] };

/** A rubric of nothing but reasons that count, for what has no rubric of its own. */
function rubricOf(reasons: readonly Reason[]): Rubric {
  const study = "core-tradeoff#side-by-side";
  const checks = reasons.map((reason) => ({ ...reason, points: 1, probe: reason.asks, study }));
  const levels = { 0: "None.", 1: "One.", 2: "Some.", 3: "Most.", 4: "All." };
  return { criteria: [{ id: "reasons", competency: "decision", weight: 1, levels, checks, redFlags: [] }] };
}

const reasonId = (drillId: string, approach: Approach) => `${drillId}-${approach}`;

const drillRubrics = new WeakMap<readonly Drill[], Rubric>();

/** The reasons of all drills as one rubric: what tells one from the others is read better beside them. */
export function rubricOfDrills(drills: readonly Drill[]): Rubric {
  let rubric = drillRubrics.get(drills);
  if (!rubric) {
    const reasons = drills.flatMap(({ id, accepts }) =>
      accepts.map(({ approach, condition, met, notMet }) => ({
        id: reasonId(id, approach),
        asks: condition,
        met,
        notMet,
      })),
    );
    rubric = rubricOf(reasons);
    drillRubrics.set(drills, rubric);
  }
  return rubric;
}

type Asked = { rubric: Rubric; checks: readonly string[]; question: string; answer: string };

/**
 * From how much of a reason being said a short answer counts in part, and in full: what the core gives is on the scale of
 * the people whose scores of short answers it was fitted on, for whom a half is more right than wrong.
 */
const saidInPart = 0.25;
const saidInFull = 0.5;

const rarities = new WeakMap<Rubric, Rarity>();

function rarityIn(rubric: Rubric): Rarity {
  let rarity = rarities.get(rubric);
  if (!rarity) {
    const checks = rubric.criteria.flatMap((criterion) => criterion.checks);
    rarity = rarityOver(checks.map(({ asks, met, notMet }) => [asks, ...met, ...notMet].join("\n")));
    rarities.set(rubric, rarity);
  }
  return rarity;
}

/** How far an answer says one of the phrasings, 0 to 1, and which of its sentences says it best. */
function sayingIn({ rubric, answer }: Asked, references: readonly string[]): { said: number; best: string } {
  const book = prepareQuestion({ question: "", references }, rarityIn(rubric));
  const sentences = sentencesIn(answer).map(({ start, end }) => answer.slice(start, end));
  const scored = sentences.map((sentence) => ({ said: scoreAnswer(book, sentence), best: sentence }));
  const [first] = scored.toSorted((a, b) => b.said - a.said);
  return { said: scoreAnswer(book, answer), best: first?.best ?? "" };
}

/**
 * A grade reads a whole interview, in which a point that was made badly can be made again. A reason of one sentence has no
 * second chance: where the model of checks finds nothing, the core's own measure of short answers may still raise it.
 */
function raise(claim: Claim, asked: Asked, check: Check): Claim {
  if (claim.verdict === "met" || claim.reason === nearMissReason) return claim;
  const { said, best } = sayingIn(asked, [check.asks, ...check.met]);
  if (said < saidInPart) return claim;
  const quotes = [best];
  if (said >= saidInFull) {
    return { ...claim, verdict: "met", quotes, reason: "You say this in words close to what counts." };
  }
  return claim.verdict === "partial"
    ? claim
    : { ...claim, verdict: "partial", quotes, reason: "You touch on this without spelling it out." };
}

/** The best of the checks that are named. */
function judgeReason(asked: Asked): Judgement {
  const { rubric, checks, question, answer } = asked;
  const said = { checkId: null, factId: null };
  const transcript: Transcript = [
    { ...said, seq: 1, speaker: "interviewer", kind: "question", text: question },
    { ...said, seq: 2, speaker: "candidate", kind: "answer", text: answer },
  ];
  const written = rubric.criteria.flatMap((criterion) => criterion.checks);
  const claims = claimOffline(rubric, transcript).flatMap((claim) => {
    const check = checks.includes(claim.id) ? written.find(({ id }) => id === claim.id) : undefined;
    return check ? [raise(claim, asked, check)] : [];
  });
  const scored = scoreClaims(rubric, claims, openEvidenceGate(transcript), []);
  const results = scored.criteria.flatMap((criterion) => criterion.checks).filter(({ id }) => checks.includes(id));
  const [best] = results.toSorted((a, b) => rank[b.verdict] - rank[a.verdict]);
  if (!best) return { verdict: "not_met", reason: "Nothing you said comes close to this.", quotes: [] };
  const quotes = best.quotes.map(({ start, end, text }) => ({ start, end, text }));
  return { verdict: best.verdict, reason: best.reason, quotes };
}

function judgeNumber(computed: string, answer: string): Judgement {
  const [right] = readQuantities(computed).quantities;
  const { quantities } = readQuantities(answer);
  if (!right || quantities.length === 0) return { verdict: "not_met", reason: "There is no number in it.", quotes: [] };
  const same = quantities.filter(
    (each) => isSameAmount(amountOf(each), amountOf(right), 0.02) || isSameAmount(each.value, right.value, 0.02),
  );
  const quoted = (found: { start: number; end: number }) => [{ ...found, text: answer.slice(found.start, found.end) }];
  const last = (found: typeof same) => quoted({ start: found.at(-1)?.start ?? 0, end: found.at(-1)?.end ?? 0 });
  const exact = same.filter(
    (each) => !each.isDenied && isSameKind(each, right) && isSameAmount(amountOf(each), amountOf(right), 0.02),
  );
  if (exact.length > 0) return { verdict: "met", reason: "The number and its unit are right.", quotes: last(exact) };
  if (same.length > 0) {
    return { verdict: "partial", reason: "The number is right; its unit is missing or another.", quotes: last(same) };
  }
  return { verdict: "not_met", reason: "The number is not in it.", quotes: [] };
}

/** "I don't know" in a few words: said plainly, it is no attempt to be judged. */
function saysNothing(answer: string): boolean {
  const words = answer
    .trim()
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^a-z0-9' ]/g, "")
    .trim();
  return words === "" || /^(sorry,? )?(i )?(do not|don't|dont|no) (know|idea|remember)\b.{0,20}$/.test(words);
}

function reasonsOf(content: Exclude<CardContent, { kind: "number" }>): Reason[] {
  if (content.kind === "check") return [{ id: content.checkId, ...content.reason }];
  return content.reasons.map(({ approach, ...reason }) => ({ id: reasonId(content.drillId, approach), ...reason }));
}

/**
 * `rubric` is the one that the card's reasons belong to, where it is still kept: beside others a reason is read better.
 * Without it the card's own words do.
 */
export function judgeCard(content: CardContent, answer: string, rubric: Rubric | null): Judgement {
  if (saysNothing(answer)) {
    return { verdict: "not_met", reason: "You left it open. Read what counts, then rate it.", quotes: [] };
  }
  if (content.kind === "number") return judgeNumber(content.computed, answer);
  const reasons = reasonsOf(content);
  const checks = reasons.map(({ id }) => id);
  const known = new Set(rubric?.criteria.flatMap((criterion) => criterion.checks.map(({ id }) => id)));
  const held = rubric && checks.every((id) => known.has(id)) ? rubric : rubricOf(reasons);
  const question = content.kind === "drill" ? `${content.context} ${content.question}` : content.question;
  return judgeReason({ rubric: held, checks, question, answer });
}

/** A suggestion only: the person rates. */
export const suggestedRating: Record<Verdict, Rating> = { met: 3, partial: 2, insufficient_evidence: 1, not_met: 1 };

const outcomes: Record<Verdict, DrillOutcome> = {
  met: "right",
  partial: "partly",
  insufficient_evidence: "reason_missing",
  not_met: "reason_missing",
};

export type DrillAnswer = { approach: Approach; reason: string; startedAt: Date; endedAt: Date };

/** The reason is read against the condition of the approach that was chosen; `drills` are all there are. */
export function judgeDrill(
  { drill, drills }: { drill: Drill; drills: readonly Drill[] },
  { approach, reason, startedAt, endedAt }: DrillAnswer,
): DrillResult {
  const tookMs = Math.max(0, endedAt.getTime() - startedAt.getTime());
  const time = { tookMs, overTime: tookMs > drillMs + drillGraceMs };
  if (!acceptedBy(drill, approach)) return { outcome: "other_approach", verdict: "not_met", quotes: [], ...time };
  if (saysNothing(reason)) return { outcome: "reason_missing", verdict: "not_met", quotes: [], ...time };
  const { verdict, quotes } = judgeReason({
    rubric: rubricOfDrills(drills),
    checks: [reasonId(drill.id, approach)],
    question: drill.situation,
    answer: reason,
  });
  return { outcome: outcomes[verdict], verdict, quotes, ...time };
}
