/**
 * How deep a scenario of the library goes. What is missing here is a warning: the scenario runs, but its author should
 * know that grades on it rest on less.
 */
import type { Problem } from "./problem.ts";
import type { Rubric, Scenario, ScenarioKind } from "./schema.ts";

type Files = { description: string; rubric: string };

function outside(count: number, [least, most]: [number, number]): string | null {
  if (count < least) return `has ${count}; at least ${least} are expected`;
  if (count > most) return `has ${count}; at most ${most} are expected`;
  return null;
}

/** Reading a page of code shows less of a person than a whole situation does. */
const criteriaExpected: Record<ScenarioKind, [number, number]> = {
  choice: [5, 7],
  dispute: [5, 7],
  diagnosis: [5, 7],
  "code-reading": [2, 3],
};

function rubricDepth(file: string, { rubric, kind }: { rubric: Rubric; kind: ScenarioKind }): Problem[] {
  const problems: Problem[] = [];
  const expect = (field: string, count: number, range: [number, number]) => {
    const message = outside(count, range);
    if (message) problems.push({ file, field, message, severity: "warning" });
  };
  expect("criteria", rubric.criteria.length, criteriaExpected[kind]);
  for (const [at, criterion] of rubric.criteria.entries()) {
    expect(`criteria[${at}].checks`, criterion.checks.length, [2, 4]);
    for (const [nth, check] of criterion.checks.entries()) {
      expect(`criteria[${at}].checks[${nth}].met`, check.met.length, [3, 6]);
      expect(`criteria[${at}].checks[${nth}].notMet`, check.notMet.length, [2, 4]);
    }
  }
  const weights = rubric.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  if (Math.abs(weights - 100) > 0.01) {
    problems.push({ file, field: "criteria", message: `weights add up to ${weights}, not 100`, severity: "warning" });
  }
  return problems;
}

export function checkDepth(scenario: Scenario, file: Files): Problem[] {
  const warn = (field: string, message: string): Problem => ({
    file: file.description,
    field,
    message,
    severity: "warning",
  });
  const problems = rubricDepth(file.rubric, scenario);
  if (scenario.facts.length === 0) problems.push(warn("facts", "gives no facts to reason with"));
  if (scenario.kind === "code-reading") {
    if (!/^```(?!mermaid)\w+/m.test(scenario.brief)) problems.push(warn("body", "the brief has no code to read"));
  } else {
    if (!/^```mermaid/m.test(scenario.brief)) problems.push(warn("body", "the brief has no Mermaid diagram"));
    if (scenario.hiddenFacts.length === 0) problems.push(warn("hiddenFacts", "has nothing worth asking for"));
    if (!scenario.positions.some(({ strength }) => strength === "best")) {
      problems.push(warn("positions", "none is best"));
    }
  }
  const { twist, followUps } = scenario;
  if (twist && twist.after > followUps) {
    const message = `comes after answer ${twist.after}, but the interview ends with answer ${1 + followUps}`;
    problems.push(warn("twist", message));
  }
  const tested = new Set(scenario.rubric.criteria.map(({ competency }) => competency));
  for (const competency of scenario.competencies.filter((each) => !tested.has(each))) {
    problems.push(warn("competencies", `no criterion of the rubric is about ${competency}`));
  }
  return problems;
}
