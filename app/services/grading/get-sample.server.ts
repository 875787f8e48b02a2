import type { CalibrationAnswer } from "#app/domain/grading/calibration/calibration.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import {
  viewGrade,
  type CheckView,
  type CriterionView,
  type GradeView,
} from "#app/domain/grading/scorecard/grade-view.ts";
import { markTranscript, type ScorecardTurn } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { Segment } from "#app/domain/grading/scorecard/marked-text.ts";
import type { CalibrationLabels, Verdict } from "#app/domain/scenarios/schema.ts";
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

/** Not the scenario a stranger is sent to first: its scored answer would give it away. */
const sampleSlug = "legal-document-analysis";
const sampleAnswers: ReadonlySet<string> = new Set(["partial", "strong"]);
const longestSampleChars = 900;
const mostNotes = 5;

type GradedTurn = { turn: ScorecardTurn; question: string; quoted: { check: CheckView; criterion: CriterionView }[] };

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

/** How well a turn shows what grading is: many verdicts on it, and verdicts that its author's labels confirm. */
function worth({ quoted }: GradedTurn, labels: CalibrationLabels): number {
  const right = quoted.filter(({ check }) => labels.verdicts[check.id] === check.verdict).length;
  return quoted.length > mostNotes ? -1 : right - 2 * (quoted.length - right);
}

async function gradeTurns({ scenario }: LibraryScenario, answer: CalibrationAnswer): Promise<GradedTurn[]> {
  const graded = await gradeTranscript(offlineGrader, { scenario, transcript: answer.transcript });
  if (graded.status !== "graded") return [];
  const grade = viewGrade(scenario.rubric, graded.result, []);
  const turns = markTranscript(answer.transcript, { ...grade, numbers: { wrong: [], holding: [], unchecked: 0 } });
  return turns
    .filter(({ kind, text }) => kind === "answer" && text.length <= longestSampleChars)
    .map((turn) => ({
      turn,
      question: turns.findLast(({ seq, speaker }) => seq < turn.seq && speaker === "interviewer")?.text ?? "",
      quoted: checksQuotedIn(turn, grade),
    }));
}

async function makeSample(entry: LibraryScenario): Promise<SampleView | null> {
  const answers = entry.calibration.filter(({ name }) => sampleAnswers.has(name));
  const rated = await Promise.all(
    answers.map(async (answer) =>
      (await gradeTurns(entry, answer)).map((each) => ({ each, worth: worth(each, answer.labels) })),
    ),
  );
  const best = rated.flat().sort((a, b) => b.worth - a.worth)[0]?.each;
  const criterion = best?.quoted[0]?.criterion;
  if (!best || !criterion) return null;
  const agreement = await findAgreement(entry);
  return {
    scenarioTitle: entry.scenario.title,
    question: best.question,
    paragraphs: [best.turn.segments],
    notes: best.quoted.map(({ check: { key, verdict, title, reason } }) => ({ key, verdict, title, reason })),
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
