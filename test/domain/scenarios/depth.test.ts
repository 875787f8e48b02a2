import { expect, test } from "vitest";
import { checkDepth } from "#app/domain/scenarios/depth.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { makeScenario } from "#test/support/scenario.ts";

const names = { description: "x/scenario.md", rubric: "x/rubric.yaml" };

function warnings(changes: Partial<Scenario> = {}): string[] {
  return checkDepth(makeScenario(changes), names).map(({ severity, file, field, message }) => {
    expect(severity).toBe("warning");
    return `${file} ${field}: ${message}`;
  });
}

test("counts below and above what is expected are told with the count and the bound", () => {
  expect(warnings()).toContain("x/rubric.yaml criteria: has 2; at least 5 are expected");
  expect(warnings()).toContain("x/rubric.yaml criteria[1].checks: has 1; at least 2 are expected");
  expect(warnings()).toContain("x/rubric.yaml criteria[0].checks[0].met: has 1; at least 3 are expected");
  const { rubric } = makeScenario();
  const eight = Array.from({ length: 4 }).flatMap(() => rubric.criteria);
  expect(warnings({ rubric: { criteria: eight } })).toContain(
    "x/rubric.yaml criteria: has 8; at most 7 are expected",
  );
});

test("a code-reading exercise is held to less of a rubric, to code, and to no position, diagram or hidden fact", () => {
  const bare = { kind: "code-reading", hiddenFacts: [], positions: [] } as const;
  const brief = "What is wrong?\n\n```python\ndef key(query): return query\n```";
  const told = (changes: Partial<Scenario>) => warnings({ ...bare, brief, hiddenFacts: [], positions: [], ...changes });
  expect(told({}).filter((each) => !each.includes(".checks"))).toEqual([]);
  expect(told({ brief: "```mermaid\nflowchart LR\n```" })).toContain("x/scenario.md body: the brief has no code to read");
  const { rubric } = makeScenario();
  expect(told({ rubric: { criteria: [...rubric.criteria, ...rubric.criteria] } })).toContain(
    "x/rubric.yaml criteria: has 4; at most 3 are expected",
  );
});

test("a twist that comes after the last question is told", () => {
  const twist = { after: 3, change: "It grows.", asks: "And now?" };
  expect(warnings({ twist, followUps: 2 })).toContain(
    "x/scenario.md twist: comes after answer 3, but the interview ends with answer 3",
  );
  expect(warnings({ twist, followUps: 3 }).filter((each) => each.includes("twist"))).toEqual([]);
});

test("weights that do not add up to 100 are told with their sum, thirds of 100 are fine", () => {
  const { rubric } = makeScenario();
  const [criterion] = rubric.criteria;
  if (!criterion) throw new Error("The fixture has no criterion.");
  const weighed = (...weights: number[]) =>
    warnings({ rubric: { criteria: weights.map((weight) => ({ ...criterion, weight })) } }).filter((each) =>
      each.includes("add up"),
    );
  expect(weighed(60, 30)).toEqual(["x/rubric.yaml criteria: weights add up to 90, not 100"]);
  expect(weighed(33.333, 33.333, 33.334)).toEqual([]);
});

test("a brief without a diagram, no facts, nothing to ask for, no best position and an untested competency are told", () => {
  const thin = warnings({
    facts: [],
    hiddenFacts: [],
    positions: [{ approach: "rag", strength: "weak", when: "Never." }],
    competencies: ["framing", "operations"],
  });
  expect(thin).toEqual(
    expect.arrayContaining([
      "x/scenario.md body: the brief has no Mermaid diagram",
      "x/scenario.md facts: gives no facts to reason with",
      "x/scenario.md hiddenFacts: has nothing worth asking for",
      "x/scenario.md positions: none is best",
      "x/scenario.md competencies: no criterion of the rubric is about operations",
    ]),
  );
});

