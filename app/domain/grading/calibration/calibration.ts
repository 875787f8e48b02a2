/**
 * Calibration answers: transcripts that a person has labelled verdict by verdict, to see how far a grader agrees.
 * Labels by the author of a scenario are called author labels everywhere.
 */
import { parseTranscript, type Turn } from "../../interview/transcript.ts";
import type { Problem } from "../../scenarios/problem.ts";
import { CalibrationLabelsSchema, type CalibrationLabels, type Half, type Rubric } from "../../scenarios/schema.ts";
import { holdAgainst, readFrontMatter, type WrittenFile } from "../../scenarios/written-file.ts";

export type CalibrationAnswer = { name: string; labels: CalibrationLabels; transcript: Turn[] };

/** The kinds of answer every scenario is tried on. */
export const calibrationKinds = [
  "strong",
  "partial",
  "confidently-wrong",
  "right-label-wrong-reasons",
  "keyword-stuffed",
  "instructs-the-grader",
] as const;

function problem(file: string, field: string, message: string): Problem {
  return { file, field, message, severity: "error" };
}

function mislabelled(file: string, labels: CalibrationLabels, rubric: Rubric): Problem[] {
  const known = new Set(
    rubric.criteria.flatMap((criterion) => [...criterion.checks, ...criterion.redFlags].map(({ id }) => id)),
  );
  const missing = labels.drafted === undefined ? [...known].filter((id) => !Object.hasOwn(labels.verdicts, id)) : [];
  const strange = Object.keys(labels.verdicts).filter((id) => !known.has(id));
  return [
    ...missing.map((id) => problem(file, `verdicts.${id}`, "is missing: the rubric has this check")),
    ...strange.map((id) => problem(file, `verdicts.${id}`, "is not a check or red flag of the rubric")),
  ];
}

/** A whole interview with long answers; a grader is busy for seconds with more. */
const longestAnswer = 80_000;

/** The transcript below the labels. */
export function parseAnswer(body: string): ReturnType<typeof parseTranscript> {
  if (body.length <= longestAnswer) return parseTranscript(body);
  const [most, has] = [longestAnswer, body.length].map((count) => count.toLocaleString("en"));
  return { transcript: [], problems: [`may be at most ${most} characters long; this has ${has}`] };
}

/** `rubric` is null when it could not be read; the labels are then not held against it. */
export function parseCalibrationAnswer(
  file: WrittenFile,
  rubric: Rubric | null,
): { answer: CalibrationAnswer | null; problems: Problem[] } {
  const { value, body, problems } = readFrontMatter(file);
  if (problems.length > 0) return { answer: null, problems };
  const held = holdAgainst(CalibrationLabelsSchema, file.file, value);
  const read = parseAnswer(body);
  const found = [...held.problems, ...read.problems.map((message) => problem(file.file, "transcript", message))];
  if (held.value && rubric) found.push(...mislabelled(file.file, held.value, rubric));
  const name = file.file.replace(/^.*\//, "").replace(/\.md$/, "");
  const answer = held.value && found.length === 0 ? { name, labels: held.value, transcript: read.transcript } : null;
  return { answer, problems: found };
}

/** Whether a person labelled the answer: what a model drafted says nothing about agreement. */
export function isLabelled({ labels }: CalibrationAnswer): boolean {
  return labels.drafted === undefined;
}

/** Which of the expected kinds of answer a scenario lacks. A warning: it runs, but less is known about its grades. */
export function missingKinds(names: readonly string[]): Problem[] {
  return calibrationKinds
    .filter((kind) => !names.includes(kind))
    .map((kind) => ({
      file: "calibration",
      field: `${kind}.md`,
      message: "is missing: a labelled answer of this kind is expected",
      severity: "warning",
    }));
}

/** The half a scenario is of: that of its answers, which name the same one. */
export function halfOf(answers: readonly CalibrationAnswer[]): Half {
  return answers[0]?.labels.half ?? "development";
}

/** What is tuned on one answer of a scenario knows the others: they are all of one half. */
export function mixedHalves(answers: readonly CalibrationAnswer[]): Problem[] {
  const half = halfOf(answers);
  return answers
    .filter(({ labels }) => labels.half !== half)
    .map(({ name, labels }) =>
      problem(
        `calibration/${name}.md`,
        "half",
        `is ${labels.half}, but ${answers[0]?.name}.md says ${half}: all answers of a scenario are of one half`,
      ),
    );
}
