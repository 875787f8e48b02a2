import { expect, test } from "vitest";
import type { Claim } from "#app/domain/grading/grade.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { readDiagrams } from "#app/domain/grading/findings/read-diagrams.ts";
import { withDiagrams } from "#app/domain/grading/findings/with-diagrams.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { gradedScenario, transcriptOf } from "#test/support/graded-scenario.ts";

const checkId = "schema-is-knowledge";

/** The small scenario with one check that a drawing can speak for. */
const scenario: Scenario = {
  ...gradedScenario,
  rubric: {
    criteria: gradedScenario.rubric.criteria.map((criterion) => ({
      ...criterion,
      checks: criterion.checks.map((check) =>
        check.id === checkId ? { ...check, diagramRule: "validation-before-output" as const } : check,
      ),
    })),
  },
};

const holding = "flowchart LR\nL[LLM] --> V[SQL validator]\nV --> O[Output]";
const breaking = "flowchart LR\nL[LLM] --> O[Answer to the user]\nO --> V[SQL validator]";
const silent = "flowchart LR\nL[LLM] --> O[Output]";
const unread = "flowchart LR\nL[LLM";

const drawn = (...sources: string[]) =>
  readDiagrams(
    scenario,
    transcriptOf(...sources.map((text) => ({ speaker: "candidate" as const, kind: "diagram" as const, text }))),
  );

function judged(verdict: Claim["verdict"], ...sources: string[]) {
  const claim: Claim = { id: checkId, verdict, quotes: ["two words"], reason: "As claimed.", confidence: 0.7 };
  const [result] = withDiagrams(scenario.rubric, [claim], drawn(...sources));
  return result;
}

test.each(["partial", "not_met", "insufficient_evidence"] as const)(
  "a drawing that keeps the rule meets a check that was %s, with its lines as quotes",
  (verdict) => {
    expect(judged(verdict, holding)).toEqual({
      id: checkId,
      verdict: "met",
      quotes: ["L[LLM] --> V[SQL validator]", "V --> O[Output]"],
      reason: "Your diagram shows it. The validator in line 2 stands between the generator and the output in line 3.",
      confidence: 0.9,
    });
  },
);

test("a drawing that breaks the rule makes a met check partly met and leaves the words as evidence", () => {
  expect(judged("met", breaking)).toMatchObject({ verdict: "partial", quotes: ["two words"] });
  expect(judged("met", breaking)?.reason).toContain("The validator in line 3 comes after the output in line 2.");
  expect(judged("not_met", breaking)).toMatchObject({ verdict: "not_met", reason: "As claimed." });
});

test("what is met already, what is not drawn and what cannot be read changes nothing", () => {
  expect(judged("met", holding)).toMatchObject({ verdict: "met", reason: "As claimed." });
  expect(judged("not_met", silent)).toMatchObject({ verdict: "not_met" });
  expect(judged("not_met", unread)).toMatchObject({ verdict: "not_met" });
  expect(judged("not_met")).toMatchObject({ verdict: "not_met" });
});

test("the newest drawing that can be read counts", () => {
  expect(judged("not_met", breaking, holding)).toMatchObject({ verdict: "met" });
  expect(judged("not_met", holding, silent)).toMatchObject({ verdict: "not_met" });
  expect(judged("not_met", holding, unread)).toMatchObject({ verdict: "met" });
});

test("a drawing earns the points of the check it speaks for, through the gate, and of no other", async () => {
  const answer = {
    speaker: "candidate",
    kind: "answer",
    text: "I would draw it like this, please look at the boxes.",
  } as const;
  const graded = await gradeTranscript(offlineGrader, {
    scenario,
    transcript: transcriptOf(answer, { speaker: "candidate", kind: "diagram", text: holding }),
  });
  if (graded.status !== "graded") throw new Error(graded.message);
  const checks = graded.result.criteria.flatMap((criterion) => criterion.checks);
  expect(checks.filter(({ verdict }) => verdict === "met").map(({ id }) => id)).toEqual([checkId]);
  expect(checks.find(({ id }) => id === checkId)).toMatchObject({
    points: 6,
    droppedQuotes: [],
    quotes: [
      { text: "L[LLM] --> V[SQL validator]", seq: 2 },
      { text: "V --> O[Output]", seq: 2 },
    ],
  });
});
