import fc from "fast-check";
import { expect, test } from "vitest";
import { describeLead, explainDisagreement } from "#app/domain/simulator/decide/disagreement.ts";
import { judgeAll } from "#app/domain/simulator/decide/evaluate.ts";
import { findFaultLines, volumeThresholds } from "#app/domain/simulator/decide/fault-lines.ts";
import { procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { parseSituation } from "#app/domain/simulator/decide/situation.ts";

const refused: [facts: unknown, field: string | null, message: RegExp][] = [
  [null, null, /one JSON object/],
  [[], null, /one JSON object/],
  ["static", null, /one JSON object/],
  [{ budget: 5 }, "budget", /is not a fact that is known; there are dataChanges, /],
  [{ dataChanges: "hourly" }, "dataChanges", /must be one of daily, weekly, monthly, quarterly, static/],
  [{ needsCitations: "yes" }, "needsCitations", /must be true or false/],
  [{ formatCritical: null }, "formatCritical", /must be true or false/],
  [{ latencyBudgetMs: 0 }, "latencyBudgetMs", /must be a number from 1 to 86400000/],
  [{ labelledExamples: 1.5 }, "labelledExamples", /must be a whole number from 0 to/],
  [{ queriesPerMonth: -1 }, "queriesPerMonth", /must be a whole number from 0 to/],
  [{ corpusDocuments: "many" }, "corpusDocuments", /must be a whole number from 0 to/],
  [{ queriesPerMonth: Number.NaN }, "queriesPerMonth", /must be a whole number/],
];

test.each(refused)("%j is refused by field %s", (facts, field, message) => {
  expect(parseSituation(facts)).toEqual({ ok: false, field, message: expect.stringMatching(message) });
});

const fact = {
  dataChanges: fc.constantFrom("daily", "weekly", "monthly", "quarterly", "static"),
  externalOrPrivateData: fc.boolean(),
  needsCitations: fc.boolean(),
  problem: fc.constantFrom("knowledge", "behaviour", "both", "unknown"),
  formatCritical: fc.boolean(),
  latencyBudgetMs: fc.integer({ min: 1, max: 10_000 }),
  labelledExamples: fc.nat(5000),
  canMaintainTraining: fc.boolean(),
  queriesPerMonth: fc.nat(20_000_000),
  corpusDocuments: fc.nat(1_000_000),
  hallucinationTolerance: fc.constantFrom("low", "moderate"),
};

test("what is known leaves fewer verdicts open, and never changes one that was settled", () => {
  fc.assert(
    fc.property(fc.record(fact), fc.subarray(Object.keys(fact)), (facts, known) => {
      const some = Object.fromEntries(Object.entries(facts).filter(([field]) => known.includes(field)));
      const [whole, part] = [facts, some].map((each) => {
        const parsed = parseSituation(each);
        if (!parsed.ok) throw new Error(parsed.message);
        return judgeAll(procedures, parsed.situation).procedures;
      });
      expect(whole?.every(({ verdict }) => verdict !== "undetermined")).toBe(true);
      part?.forEach(({ id, verdict, path }, at) => {
        if (verdict === "undetermined") expect(path.some(({ missing }) => missing !== undefined)).toBe(true);
        else expect({ id, verdict }).toEqual({ id, verdict: whole?.[at]?.verdict });
      });
    }),
    { numRuns: 200 },
  );
});

test("a disagreement is told by camps, each with the rule and the lines that led there", () => {
  const { procedures: judged } = judgeAll(procedures, {
    dataChanges: "static",
    needsCitations: false,
    externalOrPrivateData: false,
    formatCritical: true,
    problem: "behaviour",
    queriesPerMonth: 50_000,
  });
  const camps = explainDisagreement(judged);
  expect(camps.map(({ verdict, leads }) => [verdict, leads.map(({ procedure }) => procedure)])).toEqual([
    ["fine-tune", ["s1-tree"]],
    ["rag", ["s2-flowchart"]],
    ["undetermined", ["s0-six-questions", "s0-matrix", "s1-quick-reference", "s2-quick-table", "s3-prose"]],
  ]);
  const sentences = camps.flatMap(({ leads }) => leads.map(describeLead));
  expect(sentences[1]).toMatch(/^s2-flowchart: .*More than 100,000 queries a month\? no \(S2:444-447\)\.$/);
  expect(sentences[2]).toMatch(
    /^s0-six-questions cannot tell without latencyBudgetMs, labelledExamples, canMaintainTraining\.$/,
  );
});

test("contradictions of the sources are named where they matter, and only there", () => {
  const ids = (situation: Parameters<typeof findFaultLines>[0]) => findFaultLines(situation).map(({ id }) => id);
  expect(ids({})).toEqual([]);
  expect(ids({ dataChanges: "monthly" })).toEqual(["monthly"]);
  expect(ids({ problem: "unknown" })).toEqual(["unsure"]);
  expect(ids({ queriesPerMonth: 2_000_000 })).toEqual(["volume"]);
  expect(ids({ formatCritical: true, dataChanges: "weekly" })).toEqual(["hybrid-when-stable"]);
  expect(ids({ problem: "behaviour", labelledExamples: 100 })).toEqual(["hybrid-without-training", "examples"]);
  expect(ids({ formatCritical: true, dataChanges: "static", needsCitations: false, queriesPerMonth: 10_000 })).toEqual([
    "format-at-low-volume",
  ]);
  expect(ids({ problem: "both", externalOrPrivateData: false })).toEqual(["both-without-knowledge"]);
  expect(ids({ latencyBudgetMs: 90, dataChanges: "daily" })).toEqual(["sub-100-ms", "real-time"]);
});

test("the four volumes from which training is said to pay are 100 times apart", () => {
  const volumes = volumeThresholds.map(({ queriesPerMonth }) => queriesPerMonth);
  expect(Math.max(...volumes) / Math.min(...volumes)).toBe(100);
});
