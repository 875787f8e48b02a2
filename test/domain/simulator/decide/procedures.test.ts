import { expect, test } from "vitest";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { diagramOf } from "#app/domain/simulator/decide/diagram.ts";
import { enumerate, judge, judgeAll, listOutcomes } from "#app/domain/simulator/decide/evaluate.ts";
import { enumerableProcedures, procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { sixQuestions } from "#app/domain/simulator/decide/published/s0-six-questions.ts";
import { weighMatrix } from "#app/domain/simulator/decide/published/s0-matrix.ts";
import type { Situation } from "#app/domain/simulator/decide/situation.ts";

const supportChatbot: Situation = {
  dataChanges: "weekly",
  externalOrPrivateData: true,
  needsCitations: true,
  problem: "knowledge",
  formatCritical: false,
  latencyBudgetMs: 3000,
  labelledExamples: 100,
  canMaintainTraining: false,
  queriesPerMonth: 30_000,
  corpusDocuments: 15_000,
  hallucinationTolerance: "low",
};

const codeReview: Situation = {
  dataChanges: "static",
  externalOrPrivateData: false,
  needsCitations: false,
  problem: "behaviour",
  formatCritical: true,
  latencyBudgetMs: 900,
  labelledExamples: 1500,
  canMaintainTraining: true,
  queriesPerMonth: 200_000,
  corpusDocuments: 1,
  hallucinationTolerance: "moderate",
};

function verdicts(situation: Situation) {
  return Object.fromEntries(judgeAll(procedures, situation).procedures.map(({ id, verdict }) => [id, verdict]));
}

const counted: [id: string, inputs: number, verdicts: Record<string, number>][] = [
  ["s2-flowchart", 32, { rag: 29, hybrid: 2, "fine-tune": 1 }],
  ["s0-six-questions", 64, { hybrid: 45, rag: 15, "fine-tune": 3, undefined: 1 }],
  ["s0-six-questions-vetoes", 64, { rag: 51, hybrid: 9, "fine-tune": 3, undefined: 1 }],
  ["s0-matrix", 1024, { rag: 386, "fine-tune": 386, undefined: 252 }],
  ["s1-tree", 12, { hybrid: 5, rag: 3, "fine-tune": 2, prompt: 2 }],
];

test.each(counted)("%s has %d inputs, which lead where they should", (id, inputs, expected) => {
  const procedure = enumerableProcedures.find((candidate) => candidate.id === id);
  expect(procedure && enumerate(procedure)).toEqual({ inputs, verdicts: expected });
});

test("36 of the 45 literal hybrids have too few examples or nobody to train", () => {
  const hybrids = listOutcomes(sixQuestions).filter(({ ending }) => ending === "hybrid");
  expect(hybrids.filter(({ answers }) => answers.examples === "yes" || answers.team === "no")).toHaveLength(36);
});

test("every procedure's verdicts add up to its inputs", () => {
  for (const procedure of enumerableProcedures) {
    const { inputs, verdicts: counts } = enumerate(procedure);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(inputs);
  }
});

test("all seven send a support chatbot on weekly, cited articles to retrieval", () => {
  expect(judgeAll(procedures, supportChatbot)).toMatchObject({ agree: true });
  expect(new Set(Object.values(verdicts(supportChatbot)))).toEqual(new Set(["rag"]));
});

test("on a code reviewer all agree but S2's flowchart, which has a hybrid for format at volume", () => {
  expect(verdicts(codeReview)).toEqual({
    "s0-six-questions": "fine-tune",
    "s0-matrix": "fine-tune",
    "s1-tree": "fine-tune",
    "s1-quick-reference": "fine-tune",
    "s2-flowchart": "hybrid",
    "s2-quick-table": "fine-tune",
    "s3-prose": "fine-tune",
  });
  expect(judgeAll(procedures, codeReview).agree).toBe(false);
});

test("thresholds are where the sources have them", () => {
  const flowchartAt = (facts: Situation) =>
    verdicts({ ...codeReview, formatCritical: false, ...facts })["s2-flowchart"];
  expect(flowchartAt({ queriesPerMonth: 100_000 })).toBe("rag");
  expect(flowchartAt({ queriesPerMonth: 100_001 })).toBe("fine-tune");
  expect(flowchartAt({ labelledExamples: 499 })).toBe("rag");
  expect(flowchartAt({ dataChanges: "monthly" })).toBe("fine-tune");
  expect(flowchartAt({ dataChanges: "weekly" })).toBe("rag");
  const sixAt = (facts: Situation) => verdicts({ ...codeReview, problem: "knowledge", ...facts })["s0-six-questions"];
  expect(sixAt({ latencyBudgetMs: 999 })).toBe("fine-tune");
  expect(sixAt({ latencyBudgetMs: 1000 })).toBe("undefined");
  expect(sixAt({ labelledExamples: 499 })).toBe("hybrid");
});

test("unsure where the problem is: S1 says prompts, S0's list and S3 do not", () => {
  const unsure = verdicts({ ...codeReview, problem: "unknown", formatCritical: false, latencyBudgetMs: 5000 });
  expect(unsure).toMatchObject({ "s1-tree": "prompt", "s1-quick-reference": "prompt", "s3-prose": "undefined" });
  expect(unsure["s0-six-questions"]).toBe("undefined");
});

test("a procedure that needs a missing fact names it, and one that does not decides", () => {
  const result = judgeAll(procedures, { dataChanges: "daily" });
  const byId = new Map(result.procedures.map((judgement) => [judgement.id, judgement]));
  expect(byId.get("s2-flowchart")?.verdict).toBe("rag");
  const tree = byId.get("s1-tree");
  expect(tree?.verdict).toBe("undetermined");
  expect(tree?.path.map(({ node, answer, missing }) => [node, answer, missing])).toEqual([
    ["outside", "yes", undefined],
    ["format", "missing", "formatCritical"],
  ]);
  const six = byId.get("s0-six-questions");
  expect(six?.path.flatMap(({ missing }) => missing ?? [])).toEqual([
    "needsCitations",
    "problem",
    "latencyBudgetMs",
    "labelledExamples",
    "canMaintainTraining",
  ]);
  expect(result.agree).toBe(true);
});

test("with no fact at all everything is undetermined and nothing agrees", () => {
  const { procedures: judged, agree } = judgeAll(procedures, {});
  expect(judged.map(({ verdict }) => verdict)).toEqual(procedures.map(() => "undetermined"));
  expect(judged.every(({ path }) => path.some(({ missing }) => missing !== undefined))).toBe(true);
  expect(agree).toBe(false);
});

test("a missing fact that could change nothing leaves the verdict standing", () => {
  const { formatCritical: _, ...facts } = codeReview;
  const quickReference = procedures.find(({ id }) => id === "s1-quick-reference");
  expect(quickReference && judge(quickReference, { ...facts, problem: "unknown" })).toMatchObject({
    verdict: "prompt",
  });
});

test.each(enumerableProcedures.map((procedure) => [procedure.id, procedure] as const))(
  "the diagram of %s is Mermaid, and every path walks along its links",
  (_id, procedure) => {
    const parsed = parseFlowchart(diagramOf(procedure));
    if (!parsed.ok) throw new Error(parsed.message);
    const nodes = new Set(parsed.graph.nodes.map(({ id }) => id));
    const links = new Set(procedure.diagram.links.map(({ from, to, label }) => `${from} ${label} ${to}`));
    for (const { answers } of listOutcomes(procedure)) {
      for (const { node, answer, to } of procedure.decide(answers).path) {
        if (!nodes.has(node)) throw new Error(`${node} is not drawn.`);
        if (to !== null && !links.has(`${node} ${answer} ${to}`)) throw new Error(`${node} to ${to} is not drawn.`);
      }
    }
    expect(nodes.size).toBe(procedure.diagram.nodes.length);
    expect(parsed.graph.edges).toHaveLength(procedure.diagram.links.length);
  },
);

test("every question and rule cites a line of its procedure's own source", () => {
  for (const { id, questions, source } of procedures) {
    const seed = id.slice(0, 2).toUpperCase();
    for (const cited of [source, ...questions.map((question) => question.source)]) {
      expect(cited, id).toMatch(new RegExp(`^${seed}:\\d+(-\\d+)?$`));
    }
  }
});

test("the matrix can be weighed: one factor that counts ten times outweighs the rest", () => {
  const plain = weighMatrix(codeReview, {});
  expect(plain).toMatchObject({ heavier: "fine-tune", rag: 1, tune: 8 });
  expect(weighMatrix(codeReview, { volume: 10 })).toMatchObject({ heavier: "rag", rag: 10, tune: 8 });
  expect(weighMatrix({}, {})).toMatchObject({ heavier: null, rag: 0, tune: 0 });
});
