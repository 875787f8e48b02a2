import { expect, test } from "vitest";
import type { NumberFinding } from "#app/domain/grading/findings/findings.ts";
import { checkNumbers } from "#app/domain/grading/findings/numbers/check-numbers.ts";
import { loadLibrary, type LibraryScenario } from "#app/services/library/load-library.server.ts";
import { answered } from "#test/support/graded-scenario.ts";

// What the number check says of the answers and phrasings that are shipped: an honest number is not called wrong.

const { scenarios } = await loadLibrary();
const bySlug = new Map(scenarios.map((entry) => [entry.scenario.slug, entry]));

function findIn({ scenario, calibration }: LibraryScenario, names: readonly string[]): NumberFinding[] {
  const answers = calibration.filter(({ name }) => names.includes(name));
  return answers.flatMap(({ transcript }) => checkNumbers(scenario, transcript));
}

const wrongOf = (numbers: readonly NumberFinding[]) => numbers.filter(({ verdict }) => verdict === "wrong");

test("of the numbers in the strong and partial answers, at most two in a hundred come back wrong", () => {
  const numbers = scenarios.flatMap((entry) => findIn(entry, ["strong", "partial"]));
  expect(numbers.length).toBeGreaterThan(150);
  expect(wrongOf(numbers).length / numbers.length).toBeLessThanOrEqual(0.02);
});

test.each([...bySlug])(
  "no number in a phrasing that meets the rubric of %s comes back wrong",
  (_slug, { scenario }) => {
    const items = scenario.rubric.criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
    const wrong = items.flatMap(({ met }) => met.flatMap((text) => wrongOf(checkNumbers(scenario, answered(text)))));
    expect(wrong.map(({ quote, reason }) => [quote.text, reason])).toEqual([]);
  },
);

test.each([
  ["compliance-checks", ["168 million tokens a day", "$25.20 a day"]],
  ["covenant-analysis", ["112 million tokens a day"]],
  ["internal-knowledge-base", ["45 million tokens", "25.7 million tokens a day"]],
  ["legal-document-analysis", ["$30 a month"]],
  ["medical-report-summaries", ["33.6 million tokens a day"]],
])("the slips of the confidently wrong answer to %s come back with the right amounts", (slug, computed) => {
  const entry = bySlug.get(slug);
  const found = entry ? wrongOf(findIn(entry, ["confidently-wrong"])) : [];
  expect(found.map((number) => number.computed)).toEqual(computed);
});
