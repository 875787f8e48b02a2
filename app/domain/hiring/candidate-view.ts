/**
 * One candidate as the team sees them: by the code while reviews are under way, with a name and everything that led to the
 * levels once they are complete.
 */
import type { ScorecardTurn } from "../grading/scorecard/marked-transcript.ts";
import { markText, type MarkedQuote } from "../grading/scorecard/marked-text.ts";
import type { LateFact } from "../interview/draft.ts";
import { numberQuestions, type Turn } from "../interview/transcript.ts";
import type { ReviewQuote } from "../review/quotes.ts";
import type { Verdict } from "../scenarios/schema.ts";
import type { FeedbackPolicy } from "./assessment.ts";
import type { DecisionOutcome } from "./decision.ts";
import type { FeedbackVersion } from "./feedback.ts";
import type { ReviewProgress, ShownGate } from "./results.ts";
import type { SettledBy } from "./settled.ts";

/** `mark` is the place in the transcript where it is marked; `drawing` the source of the drawing that it is from. */
export type ShownQuote = { text: string; mark: string; drawing: string | null };

export type ShownReading = {
  by: string;
  kind: "independent" | "adjudication";
  at: string;
  /** Null where the reviewer could not tell. */
  level: number | null;
  comment: string | null;
  quotes: ShownQuote[];
};

export type GraderReading = {
  level: number;
  checks: {
    key: string;
    title: string;
    verdict: Verdict;
    reason: string;
    quotes: { text: string; isDrawn: boolean }[];
  }[];
};

export type ShownChange = {
  by: string;
  at: string;
  before: number | null;
  level: number;
  reason: string;
  isAppeal: boolean;
};

export type TeamAppeal = {
  level: number;
  reason: string;
  at: string;
  answered: { by: string; at: string; level: number | null; answer: string } | null;
};

export type CriterionOutcome = {
  id: string;
  key: string;
  title: string;
  weight: number;
  /** What each level from 0 to 4 says. */
  descriptors: string[];
  settled: number | null;
  by: SettledBy | null;
  people: number[];
  readings: ShownReading[];
  /** Null where there is no grade, or where it is hidden. */
  grader: GraderReading | null;
  changes: ShownChange[];
  appeal: TeamAppeal | null;
};

export type ShownPart = {
  position: number;
  title: string;
  sessionId: string;
  gate: ShownGate;
  transcript: (ScorecardTurn & { pasted: number })[];
  late: LateFact | null;
  criteria: CriterionOutcome[];
  endedEarly: { by: string; at: string; reason: string; given: number; wanted: number } | null;
};

export type ShownDecision = { outcome: DecisionOutcome; reason: string; by: string; at: string };

export type PartProgress = ReviewProgress & { position: number; title: string };

type Incomplete = { isComplete: false };
type Complete = {
  isComplete: true;
  name: string;
  handedInAt: string | null;
  part: ShownPart;
  decisions: ShownDecision[];
  policy: FeedbackPolicy;
  sent: FeedbackVersion[];
  /** Levels of the newest of them that do not count any more. */
  changedSince: number;
  /** A start for the words, or those that were sent last. */
  words: string;
};

export type CandidateView = {
  code: string;
  parts: PartProgress[];
} & (Incomplete | Complete);

type Quoted = { criterion: { id: string; key: string }; quote: ReviewQuote };

type Stretch = MarkedQuote & { seq: number };

/** Quotes of one criterion that share words are one mark: two readers who rest on the same words mark them once. */
function stretchesOf(quoted: readonly Quoted[]): Stretch[] {
  const stretches: Stretch[] = [];
  const counts = new Map<string, number>();
  const sorted = [...quoted].sort((a, b) => a.quote.seq - b.quote.seq || a.quote.start - b.quote.start);
  for (const { criterion, quote } of sorted) {
    const open = stretches.findLast(({ checkKey, seq }) => checkKey === criterion.key && seq === quote.seq);
    if (open && quote.start <= open.end) {
      open.end = Math.max(open.end, quote.end);
      continue;
    }
    const nth = (counts.get(criterion.key) ?? 0) + 1;
    counts.set(criterion.key, nth);
    const { seq, start, end } = quote;
    stretches.push({ checkKey: criterion.key, kind: "met", id: `${criterion.key}-${nth}`, seq, start, end });
  }
  return stretches;
}

/** The transcript with what people's levels rest on, and where each quote is marked. */
export function markReadings(
  turns: readonly Turn[],
  quoted: readonly Quoted[],
): { transcript: ShownPart["transcript"]; markOf: (key: string, quote: ReviewQuote) => string } {
  const stretches = stretchesOf(quoted);
  const transcript = numberQuestions(turns).map(({ seq, speaker, kind, text, questionNumber, pasted = 0 }) => ({
    seq,
    speaker,
    kind,
    text,
    questionNumber,
    pasted,
    segments: markText(
      text,
      stretches.filter((stretch) => stretch.seq === seq),
    ),
  }));
  const markOf = (key: string, { seq, start, end }: ReviewQuote) =>
    stretches.find((each) => each.checkKey === key && each.seq === seq && each.start <= start && each.end >= end)?.id ??
    "";
  return { transcript, markOf };
}
