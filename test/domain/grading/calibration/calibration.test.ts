import { expect, test } from "vitest";
import {
  calibrationKinds,
  halfOf,
  missingKinds,
  mixedHalves,
  parseCalibrationAnswer,
} from "#app/domain/grading/calibration/calibration.ts";
import { checkIds, gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;
const labels = checkIds.map((id) => `  ${id}: not_met`).join("\n");

function read(text: string, of: typeof rubric | null = rubric) {
  return parseCalibrationAnswer({ file: "calibration/partial.md", text }, of);
}

const written = (verdicts: string, body = "## Candidate\nI would look it up.\n") =>
  `---\nauthor: scenario author\nband: beginning\nverdicts:\n${verdicts}\n---\n${body}`;

test("a labelled answer is read with its name, labels and transcript", () => {
  const { answer, problems } = read(written(labels));
  expect(problems).toEqual([]);
  expect(answer).toMatchObject({
    name: "partial",
    labels: { author: "scenario author", band: "beginning" },
    transcript: [{ seq: 1, speaker: "candidate", text: "I would look it up." }],
  });
});

test("a label that is missing, one too many, a wrong verdict and a broken transcript are all named at once", () => {
  const verdicts = labels.replace("  shorter-prompt: not_met", "  longer-prompt: not_met");
  const { answer, problems } = read(written(verdicts, "Hello\n## Candidate\nHi\n"));
  expect(answer).toBeNull();
  expect(problems.map(({ field, message }) => `${field} ${message}`)).toEqual([
    'transcript line 1: text before the first "## Interviewer" or "## Candidate" heading',
    "verdicts.shorter-prompt is missing: the rubric has this check",
    "verdicts.longer-prompt is not a check or red flag of the rubric",
  ]);
  expect(read(written(labels.replace("not_met", "nearly"))).problems).toMatchObject([
    { file: "calibration/partial.md", field: expect.stringMatching(/^verdicts\./), severity: "error" },
  ]);
});

test("where the rubric could not be read, its labels are not held against it", () => {
  expect(read(written("  anything-at-all: met"), null).answer?.name).toBe("partial");
});

test("the kinds of answer that a scenario lacks are warnings", () => {
  expect(missingKinds(["strong", "partial"])).toHaveLength(calibrationKinds.length - 2);
  expect(missingKinds(calibrationKinds)).toEqual([]);
  expect(missingKinds([])[0]).toEqual({
    file: "calibration",
    field: "strong.md",
    message: "is missing: a labelled answer of this kind is expected",
    severity: "warning",
  });
});

test("an answer is of the development half unless it says otherwise, and all answers of a scenario are of one half", () => {
  const of = (half: string) => read(written(labels).replace("band:", `${half}\nband:`)).answer;
  const [development, test] = [read(written(labels)).answer, of("half: test")];
  if (!development || !test) throw new Error("Both answers can be read.");
  expect([development.labels.half, test.labels.half]).toEqual(["development", "test"]);
  expect(read(written(labels).replace("band:", "half: both\nband:")).problems).toMatchObject([{ field: "half" }]);

  expect([halfOf([]), halfOf([test, test])]).toEqual(["development", "test"]);
  expect(mixedHalves([test, { ...test, name: "strong" }])).toEqual([]);
  expect(mixedHalves([test, { ...development, name: "strong" }])).toEqual([
    {
      file: "calibration/strong.md",
      field: "half",
      message: "is development, but partial.md says test: all answers of a scenario are of one half",
      severity: "error",
    },
  ]);
});
