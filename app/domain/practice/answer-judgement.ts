/**
 * What the offline core makes of one short answer: the same reading, evidence gate and verdicts as for a whole interview,
 * on a transcript of one question and one answer.
 */
import type { Transcript } from "../interview/transcript.ts";
import { openEvidenceGate } from "../grading/evidence/evidence.ts";
import { amountOf, isSameAmount, isSameKind } from "../grading/findings/numbers/known-figure.ts";
import { readQuantities } from "../grading/findings/numbers/quantity.ts";
import { claimOffline } from "../grading/offline/offline-grader.ts";
import { scoreClaims } from "../grading/score.ts";
import type { Approach } from "../scenarios/approach.ts";
import type { Rubric, Verdict } from "../scenarios/schema.ts";
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

type Reason = { asks: string; met: string[]; notMet: string[] };

const rank: Record<Verdict, number> = { met: 3, partial: 2, insufficient_evidence: 1, not_met: 0 };

/** A rubric of nothing but the reasons that count, for what has no rubric of its own. */
function rubricOf(reasons: readonly Reason[]): Rubric {
  const checks = reasons.map(({ asks, met, notMet }, at) => ({
    id: `reason-${at}`,
    points: 1,
    asks,
    met,
    notMet,
    probe: asks,
    study: "core-tradeoff#side-by-side",
  }));
  const levels = { 0: "None.", 1: "None.", 2: "Some.", 3: "Most.", 4: "All." };
  return { criteria: [{ id: "reasons", competency: "decision", weight: 1, levels, checks, redFlags: [] }] };
}

const rubrics = new Map<string, Rubric>();
const mostRubrics = 200;

/** The same object for the same reasons: what is prepared for comparing is kept by it. */
function sharedRubric(reasons: readonly Reason[]): Rubric {
  const key = JSON.stringify(reasons);
  let rubric = rubrics.get(key);
  if (!rubric) {
    if (rubrics.size >= mostRubrics) rubrics.clear();
    rubric = rubricOf(reasons);
    rubrics.set(key, rubric);
  }
  return rubric;
}

type Asked = { rubric: Rubric; checks: readonly string[]; question: string; answer: string };

/** The best of the checks that are named. */
function judgeReason({ rubric, checks, question, answer }: Asked): Judgement {
  const said = { checkId: null, factId: null };
  const transcript: Transcript = [
    { ...said, seq: 1, speaker: "interviewer", kind: "question", text: question },
    { ...said, seq: 2, speaker: "candidate", kind: "answer", text: answer },
  ];
  const scored = scoreClaims(rubric, claimOffline(rubric, transcript), openEvidenceGate(transcript), []);
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
    .replace(/[^a-z' ]/g, "");
  return words === "" || /^(sorry,? )?(i )?(do not|don't|dont|no) (know|idea|remember)\b.{0,20}$/.test(words);
}

/** `rubric` is the one of the card's own version, where it is still kept: beside other checks a check is read better. */
export function judgeCard(content: CardContent, answer: string, rubric: Rubric | null): Judgement {
  if (saysNothing(answer))
    return { verdict: "not_met", reason: "You left it open. Read what counts, then rate it.", quotes: [] };
  if (content.kind === "number") return judgeNumber(content.computed, answer);
  const { question } = content;
  if (content.kind === "check") {
    const { checkId, reason } = content;
    const isKnown = rubric?.criteria.some(({ checks }) => checks.some(({ id }) => id === checkId));
    return rubric && isKnown
      ? judgeReason({ rubric, checks: [checkId], question, answer })
      : judgeReason({ rubric: sharedRubric([reason]), checks: ["reason-0"], question, answer });
  }
  const checks = content.reasons.map((_, at) => `reason-${at}`);
  return judgeReason({
    rubric: sharedRubric(content.reasons),
    checks,
    question: `${content.context} ${question}`,
    answer,
  });
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

/** The reason is read against the condition of the approach that was chosen. */
export function judgeDrill(drill: Drill, { approach, reason, startedAt, endedAt }: DrillAnswer): DrillResult {
  const tookMs = Math.max(0, endedAt.getTime() - startedAt.getTime());
  const time = { tookMs, overTime: tookMs > drillMs + drillGraceMs };
  if (!acceptedBy(drill, approach)) return { outcome: "other_approach", verdict: "not_met", quotes: [], ...time };
  if (saysNothing(reason)) return { outcome: "reason_missing", verdict: "not_met", quotes: [], ...time };
  const reasons = drill.accepts.map(({ condition, met, notMet }) => ({ asks: condition, met, notMet }));
  const at = drill.accepts.findIndex((each) => each.approach === approach);
  const { verdict, quotes } = judgeReason({
    rubric: sharedRubric(reasons),
    checks: [`reason-${at}`],
    question: drill.situation,
    answer: reason,
  });
  return { outcome: outcomes[verdict], verdict, quotes, ...time };
}
