import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import { offlineGrader } from "#app/domain/grading/offline-grader.ts";
import {
  markTranscript,
  viewGrade,
  type CheckView,
  type CriterionView,
  type GradeView,
  type ScorecardTurn,
} from "#app/domain/grading/scorecard.ts";
import type { Segment } from "#app/domain/grading/marked-text.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";
import { loadLibrary, type LibraryScenario } from "#app/services/library/load-library.server.ts";
import { findAgreement } from "./get-agreement.server.ts";

export type SampleView = {
  scenarioTitle: string;
  question: string;
  paragraphs: Segment[][];
  notes: { key: string; verdict: Verdict; title: string; reason: string }[];
  level: number;
  criterionTitle: string;
  agreement: string;
};

/** A decent answer shows more than a perfect one. */
const sampleAnswer = "partial";
const sampleSlug = "legal-document-analysis";
const longestSampleChars = 900;

function checksQuotedIn(
  turn: ScorecardTurn,
  { criteria }: GradeView,
): { check: CheckView; criterion: CriterionView }[] {
  return criteria.flatMap((criterion) =>
    criterion.checks
      .filter(({ quotes }) => quotes.some(({ seq }) => seq === turn.seq))
      .map((check) => ({ check, criterion })),
  );
}

/** The answer, not too long, on which most verdicts rest. */
function chooseTurn(turns: readonly ScorecardTurn[], grade: GradeView): ScorecardTurn | undefined {
  const answers = turns.filter(({ kind, text }) => kind === "answer" && text.length <= longestSampleChars);
  return answers.sort((a, b) => checksQuotedIn(b, grade).length - checksQuotedIn(a, grade).length)[0];
}

async function makeSample(entry: LibraryScenario): Promise<SampleView | null> {
  const { scenario, calibration } = entry;
  const answer = calibration.find(({ name }) => name === sampleAnswer);
  if (!answer) return null;
  const graded = await gradeTranscript(offlineGrader, { scenario, transcript: answer.transcript });
  if (graded.status !== "graded") return null;
  const grade = viewGrade(scenario.rubric, graded.result, []);
  const turns = markTranscript(answer.transcript, grade);
  const turn = chooseTurn(turns, grade);
  const quoted = turn ? checksQuotedIn(turn, grade) : [];
  const criterion = quoted[0]?.criterion;
  if (!turn || !criterion) return null;
  const agreement = await findAgreement(scenario.slug);
  return {
    scenarioTitle: scenario.title,
    question: turns.findLast(({ seq, speaker }) => seq < turn.seq && speaker === "interviewer")?.text ?? "",
    paragraphs: [turn.segments],
    notes: quoted.map(({ check: { key, verdict, title, reason } }) => ({ key, verdict, title, reason })),
    level: criterion.level,
    criterionTitle: criterion.title,
    agreement: sayAgreement(agreement?.exact ?? null, agreement?.verdicts ?? 0),
  };
}

function sayAgreement(exact: number | null, verdicts: number): string {
  if (exact === null) return "Offline grader. Its agreement is not measured here.";
  return `Offline grader. The same verdict as its author's label on ${Math.round(100 * exact)} % of ${verdicts}.`;
}

let sample: Promise<SampleView | null> | null = null;

/** A labelled answer of the library with its real grade, for the first page; null when the library lacks it. */
export async function getSample(): Promise<SampleView | null> {
  const entry = (await loadLibrary()).scenarios.find(({ scenario }) => scenario.slug === sampleSlug);
  sample ??= entry ? makeSample(entry) : Promise.resolve(null);
  return sample;
}
