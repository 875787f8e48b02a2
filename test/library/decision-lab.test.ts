import fc from "fast-check";
import { expect, test } from "vitest";
import { briefSituations } from "#app/domain/simulator/decide/example-situations.ts";
import { findFaultLines } from "#app/domain/simulator/decide/fault-lines.ts";
import { procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import type { Situation } from "#app/domain/simulator/decide/situation.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { getDecisionLab } from "#app/services/library/material/get-decision-lab.server.ts";

// What the decision lab says of the shipped scenarios and of the ledger is what stands there.

const { scenarios, contradictions, pages } = await loadLibrary();
const daysPerMonth = [30, 22];

test.each(Object.entries(briefSituations))("the numbers taken from the brief of %s stand in it", (slug, situation) => {
  const found = scenarios.find(({ scenario }) => scenario.slug === slug);
  const numbers = found?.scenario.facts.flatMap(({ value }) => (typeof value === "number" ? [value] : [])) ?? [];
  const { labelledExamples, corpusDocuments, queriesPerMonth = 0 } = situation;
  for (const taken of [labelledExamples, corpusDocuments]) if (taken !== undefined) expect(numbers).toContain(taken);
  expect(daysPerMonth.some((days) => numbers.includes(queriesPerMonth / days))).toBe(true);
});

const anySituation: fc.Arbitrary<Situation> = fc.record({
  dataChanges: fc.constantFrom("daily", "monthly", "static"),
  externalOrPrivateData: fc.boolean(),
  needsCitations: fc.boolean(),
  problem: fc.constantFrom("knowledge", "behaviour", "both", "unknown"),
  formatCritical: fc.boolean(),
  latencyBudgetMs: fc.constantFrom(90, 600, 5000),
  labelledExamples: fc.constantFrom(0, 100, 5000),
  canMaintainTraining: fc.boolean(),
  queriesPerMonth: fc.constantFrom(1000, 2_000_000, 20_000_000),
  hallucinationTolerance: fc.constantFrom("low", "moderate"),
});

test("each fault line leads to a contradiction of the ledger that cites its lines", () => {
  const told = new Map<string, ReturnType<typeof findFaultLines>[number]>();
  for (const situation of fc.sample(anySituation, { numRuns: 3000, seed: 7 })) {
    for (const line of findFaultLines(situation)) told.set(line.id, line);
  }
  expect(told.size).toBe(12);
  for (const { id, contradiction, sources } of told.values()) {
    const entry = contradictions.find((each) => each.id === contradiction);
    const cited = new Set([...(entry?.claim.sources ?? []), ...(entry?.against.sources ?? [])]);
    expect(sources.filter((source) => cited.has(source)).length, id).toBeGreaterThan(0);
  }
});

test("every line that a procedure cites leads to a section that tells of it", async () => {
  const { links, briefs } = await getDecisionLab();
  expect(briefs.map(({ slug }) => slug).toSorted()).toEqual(Object.keys(briefSituations).toSorted());
  const sections = new Set(pages.flatMap(({ slug, sections: own }) => own.map(({ id }) => `/learn/${slug}#${id}`)));
  for (const { source, questions } of procedures) {
    expect(links.sources[source], source).toBeDefined();
    for (const question of questions) expect(sections, question.source).toContain(links.sources[question.source]);
  }
});
