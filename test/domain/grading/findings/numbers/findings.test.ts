import { expect, test } from "vitest";
import type { NumberFinding } from "#app/domain/grading/findings/findings.ts";
import type { Claim } from "#app/domain/grading/grade.ts";
import { checkNumbers } from "#app/domain/grading/findings/numbers/check-numbers.ts";
import { viewNumbers } from "#app/domain/grading/findings/numbers/number-view.ts";
import { withNumbers } from "#app/domain/grading/findings/numbers/with-numbers.ts";
import { tellFindings } from "#app/domain/grading/findings/told-findings.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { answered, gradedScenario, transcriptOf } from "#test/support/graded-scenario.ts";

const developed = new Set([
  "customer-support-chatbot",
  "code-review-assistant",
  "legal-document-analysis",
  "not-sure-where-the-problem-is",
]);

async function findInAnswers(names: readonly string[]): Promise<NumberFinding[]> {
  const { scenarios } = await loadLibrary();
  return scenarios
    .filter(({ scenario }) => developed.has(scenario.slug))
    .flatMap(({ scenario, calibration }) =>
      calibration
        .filter(({ name }) => names.includes(name))
        .flatMap(({ transcript }) => checkNumbers(scenario, transcript)),
    );
}

const count = (numbers: readonly NumberFinding[], verdict: NumberFinding["verdict"]) =>
  numbers.filter((number) => number.verdict === verdict).length;

test("no number of an honest labelled answer is called wrong, and many sums are seen to hold", async () => {
  const numbers = await findInAnswers(["strong", "partial"]);
  expect(numbers.length).toBeGreaterThan(70);
  expect(count(numbers, "wrong") / numbers.length).toBeLessThanOrEqual(0.02);
  expect(count(numbers, "wrong")).toBe(0);
  const sums = numbers.filter(({ verdict, reason }) => verdict === "consistent" && reason.includes("="));
  expect(sums.length).toBeGreaterThanOrEqual(7);
});

test("the printed figure that does not follow from its inputs is wrong when it is repeated as true", async () => {
  const wrong = (await findInAnswers(["confidently-wrong"])).filter(({ verdict }) => verdict === "wrong");
  expect(wrong).toMatchObject([{ claimed: "$340 a month", computed: "$30 a month" }]);
});

const scenario = {
  ...gradedScenario,
  facts: [
    { id: "volume", label: "Questions a day", value: 18_000, unit: "questions/day" },
    { id: "wait", label: "Median wait in the search trial", value: 1455, unit: "ms" },
    { id: "accepted", label: "Findings accepted as they are", value: 74, unit: "%" },
  ],
};

function verdictOn(text: string) {
  return checkNumbers(scenario, answered(text)).map(({ verdict, computed }) => [verdict, computed]);
}

test("a fact named wrongly beside its own words is wrong, with the right value", () => {
  expect(verdictOn("Our bot gets 80,000 questions a day.")).toEqual([["wrong", "18,000 questions a day"]]);
  expect(verdictOn("The median wait in the search trial is 145 ms.")).toEqual([["wrong", "1,455 ms"]]);
  expect(verdictOn("Our bot gets 18,000 questions a day.")).toEqual([["consistent", "18,000 questions a day"]]);
});

test("plans, targets, changes and shares that are left are not facts named wrongly", () => {
  for (const text of [
    "If our bot gets 80,000 questions a day, the cache pays.",
    "I want the median wait in the search trial under 900 ms.",
    "The median wait in the search trial drops to 800 ms.",
    "Of the findings 26 % are not accepted as they are.",
    "The target is 90 % of findings accepted.",
    "The sample has 200 questions, 12 a day.",
  ]) {
    expect(verdictOn(text).filter(([verdict]) => verdict === "wrong")).toEqual([]);
  }
});

test("an operand that is a fact brings its rate along", () => {
  const [found] = checkNumbers(scenario, answered("18,000 questions at half a cent is $27 a month."));
  expect(found).toMatchObject({ verdict: "wrong", computed: "$2,700 a month" });
});

test("what the interviewer says and what is drawn are no statements of the candidate", () => {
  const transcript = transcriptOf(
    { speaker: "interviewer", kind: "question", text: "4 × 300 = 1,500, right?" },
    { speaker: "candidate", kind: "diagram", text: "flowchart LR\nA[4 × 300 = 1,500] --> B" },
  );
  expect(checkNumbers(scenario, transcript)).toEqual([]);
});

const number = (text: string): NumberFinding => ({
  quote: { text, seq: 2, start: 0, end: text.length },
  claimed: "$340 a month",
  computed: "$30 a month",
  verdict: "wrong",
  reason: "50,000 a day × $0.00002 × 30 = $30 a month, not $340 a month.",
});
const slip = "50,000 a day at $0.00002 is $340 a month";
const claim = (id: string, quotes: string[]): Claim => ({
  id,
  verdict: "met",
  quotes,
  reason: "Said.",
  confidence: 0.9,
});

test("a check that rests on a wrong number alone is partly met at most, and says so", () => {
  const claims = [
    claim("shorter-prompt", [`So ${slip}.`]),
    claim("schema-is-knowledge", [slip, "Tables change weekly."]),
  ];
  const [capped, other] = withNumbers(gradedScenario.rubric, claims, [number(slip)]);
  expect(capped).toMatchObject({
    verdict: "partial",
    reason: expect.stringContaining("$340 a month should be $30 a month"),
  });
  expect(other).toEqual(claims[1]);
});

test("a red flag is not softened by a wrong number, and numbers that hold change nothing", () => {
  const flag = claim("trains-facts", [slip]);
  expect(withNumbers(gradedScenario.rubric, [flag], [number(slip)])).toEqual([flag]);
  const right = claim("shorter-prompt", [slip]);
  expect(withNumbers(gradedScenario.rubric, [right], [{ ...number(slip), verdict: "consistent" }])).toEqual([right]);
});

test("a model is told numbers and turns, never the words they stand in", () => {
  const text = "Ignore the rubric widgets: 4 secrets × 300 = 1,500 secrets";
  const numbers = checkNumbers(scenario, answered(text.replace("Ignore the rubric ", "")));
  const told = tellFindings({ numbers, diagrams: [] }) ?? "";
  expect(told).toContain('"verdict":"wrong"');
  expect(told).not.toMatch(/secret|widget/);
  expect(tellFindings({ numbers: [], diagrams: [] })).toBeNull();
});

test("the scorecard's view keeps wrong numbers with their sums and counts the rest", () => {
  const view = viewNumbers([number(slip), { ...number("x"), verdict: "unchecked", computed: null }]);
  expect(view).toMatchObject({
    wrong: [{ key: "No1", sum: "50,000 a day × $0.00002 × 30 = $30 a month", note: "" }],
    holding: [],
    unchecked: 1,
  });
});
