/**
 * The transcript of a graded interview, with the marks that tie each verdict and each wrong number to the words it rests
 * on.
 */
import { numberQuestions, type Turn } from "../../interview/transcript.ts";
import type { Verdict } from "../../scenarios/schema.ts";
import type { GradeView } from "./grade-view.ts";
import { markText, type MarkedQuote, type MarkKind, type Segment } from "./marked-text.ts";
import { numberMarks } from "../findings/numbers/number-view.ts";

export type ScorecardTurn = Pick<Turn, "seq" | "speaker" | "kind" | "text"> & {
  questionNumber: number | null;
  segments: Segment[];
};

/** How the words a verdict rests on are marked. */
export const markKind: Record<Verdict, MarkKind> = {
  met: "met",
  partial: "partial",
  not_met: "against",
  insufficient_evidence: "unsure",
};

function marksOf({ criteria, redFlags }: Pick<GradeView, "criteria" | "redFlags">): (MarkedQuote & { seq: number })[] {
  const checks = criteria.flatMap((criterion) => criterion.checks);
  return [
    ...checks.map((check) => ({ ...check, kind: markKind[check.verdict] })),
    ...redFlags.filter(({ raised }) => raised).map((flag) => ({ ...flag, kind: "against" as const })),
  ].flatMap(({ key, kind, quotes }) =>
    quotes.map(({ seq, start, end }, nth) => ({ checkKey: key, kind, id: `${key}-${nth + 1}`, seq, start, end })),
  );
}

/** The transcript with every quote marked where it stands; without a grade, without marks. */
export function markTranscript(turns: readonly Turn[], grade: GradeView | null): ScorecardTurn[] {
  const marks = grade ? [...marksOf(grade), ...numberMarks(grade.numbers)] : [];
  return numberQuestions(turns).map(({ seq, speaker, kind, text, questionNumber }) => ({
    seq,
    speaker,
    kind,
    text,
    questionNumber,
    segments: markText(
      text,
      marks.filter((mark) => mark.seq === seq),
    ),
  }));
}
