import { expect, test } from "vitest";
import { allHints, hintsFor, hintsInAll } from "#app/domain/interview/hints.ts";
import { competencies } from "#app/domain/scenarios/competency.ts";
import { makeScenario } from "#test/support/scenario.ts";

const steps: [string, string, string] = ["A nudge.", "A direction.", "An example."];

test("a check has its author's hints, or three made for its competency that name where to read", () => {
  const scenario = makeScenario({ hints: { "dialect-is-behaviour": steps } });
  expect(hintsFor(scenario, "dialect-is-behaviour")).toEqual(steps);
  const made = hintsFor(scenario, "schema-is-knowledge");
  expect(made).toHaveLength(hintsInAll);
  expect(made?.[1]).toContain("“Knowledge or behaviour” has a section on it, “Freshness”");
  expect(hintsFor(scenario, "nowhere")).toBeNull();
  expect(Object.keys(allHints(scenario))).toEqual(
    scenario.rubric.criteria.flatMap(({ checks }) => checks.map(({ id }) => id)),
  );
});

test("no two competencies are helped in the same words", () => {
  const { rubric } = makeScenario();
  const made = competencies.map((competency) => {
    const criteria = rubric.criteria.map((criterion) => ({ ...criterion, competency }));
    return hintsFor({ hints: {}, rubric: { criteria } }, "schema-is-knowledge") ?? [];
  });
  expect(new Set(made.flat()).size).toBe(competencies.length * hintsInAll);
});
