import { expect, test } from "vitest";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { viewGrade } from "#app/domain/grading/scorecard/grade-view.ts";
import { knownSoFar, milestones } from "#app/domain/grading/scorecard/known-so-far.ts";
import { differencesFrom } from "#app/domain/grading/scorecard/model-answer.ts";
import { gradedScenario, transcriptOf } from "#test/support/graded-scenario.ts";

const transcript = transcriptOf(
  { speaker: "interviewer", kind: "question", text: gradedScenario.opening },
  { speaker: "candidate", kind: "answer", text: "The dialect hardly ever changes, so I would train it in." },
  { speaker: "interviewer", kind: "question", text: "A column was renamed yesterday. What happens?" },
  {
    speaker: "candidate",
    kind: "answer",
    text: "Tables change every week, so the schema has to come from the catalogue at query time.",
  },
  { speaker: "interviewer", kind: "question", text: "And the tables themselves?" },
  {
    speaker: "candidate",
    kind: "answer",
    text: "Well, on second thoughts: fine-tune on the catalogue every night so it knows all the tables.",
  },
);

async function gradeOf(turns: typeof transcript) {
  const graded = await gradeTranscript(offlineGrader, { scenario: gradedScenario, transcript: turns });
  if (graded.status !== "graded") throw new Error(graded.message);
  return viewGrade(gradedScenario.rubric, graded.result, []);
}

test("a check counts from the first turn with its words, and with the last turn all of the grade is there", async () => {
  const grade = await gradeOf(transcript);
  const at = (seq: number) => knownSoFar(grade, { seq, lastSeq: 6 });
  const keysAt = (seq: number) => at(seq).criteria.flatMap(({ checks }) => checks.map(({ key }) => key));
  expect(at(1)).toMatchObject({ score: 0, met: 0, checks: 3 });
  expect(keysAt(2)).toEqual(["A1"]);
  expect(keysAt(4)).toEqual(["A1", "A2"]);
  expect(at(4).score).toBeGreaterThan(at(2).score);
  expect(at(6).score).toBe(grade.levels.raw.score);
  expect(at(6).criteria.map(({ points }) => points)).toEqual(grade.criteria.map(({ points }) => points));
});

test("a red flag costs from the turn it was raised in", async () => {
  const grade = await gradeOf(transcript);
  const at = (seq: number) => knownSoFar(grade, { seq, lastSeq: 6 });
  expect(at(4).criteria.flatMap(({ redFlags }) => redFlags)).toEqual([]);
  expect(at(6).criteria.flatMap(({ redFlags }) => redFlags)).toMatchObject([{ key: "AF1", minus: 5, fromSeq: 6 }]);
  expect(at(6).score).toBeLessThan(at(4).score);
});

test("milestones stand at the turns with words of the candidate, each check once", async () => {
  const found = milestones(await gradeOf(transcript));
  expect([...found.keys()].sort()).toEqual([2, 4, 6]);
  const keys = [...found.values()].flat().map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(found.get(6)).toMatchObject([{ key: "AF1", verdict: "raised" }]);
});

test("two answers differ where one meets what the other does not, with the words of both", async () => {
  const [whole, first] = [await gradeOf(transcript), await gradeOf(transcript.slice(0, 2))];
  expect(differencesFrom(whole, whole)).toEqual([]);
  const [difference, ...others] = differencesFrom(whole, first);
  expect(others).toEqual([]);
  expect(difference).toMatchObject({ key: "A2", own: { verdict: "not_met", quotes: [] } });
  expect(difference?.model.quotes.join(" ")).toContain("catalogue at query time");
});

test("a check that one's own version did not have is told as that", async () => {
  const whole = await gradeOf(transcript);
  const own = { criteria: whole.criteria.map((each) => ({ ...each, checks: each.checks.slice(0, 1) })) };
  expect(differencesFrom(whole, own)).toMatchObject([{ key: "A2", own: { verdict: null, quotes: [] } }]);
});
