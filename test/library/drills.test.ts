import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { judgeDrill, rubricOfDrills } from "#app/domain/practice/answer-judgement.ts";
import { parseDrills, type Drill, type DrillResult } from "#app/domain/practice/drill.ts";
import { approaches, type Approach } from "#app/domain/scenarios/approach.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";

// The drills as shipped, and the drill grader on two sets of labelled answers: those beside each drill, which its phrasings
// were widened on, and a second set that was written afterwards and never used. Both are by the drills' author.

const { drills, problems } = parseDrills({
  file: "drills.yaml",
  text: readFileSync("content/drills.yaml", "utf8"),
});

type Labelled = { approach: Approach; right: string; wrong: string };
const later = parse(readFileSync("test/fixtures/drill-answers.yaml", "utf8")) as Record<string, Labelled>;

const rank: Record<Verdict, number> = { met: 3, partial: 2, insufficient_evidence: 1, not_met: 0 };
const now = new Date(0);

function judge(drill: Drill, { approach, reason }: { approach: Approach; reason: string }): DrillResult {
  return judgeDrill({ drill, drills }, { approach, reason, startedAt: now, endedAt: now });
}

/** Shares of drills: right ranked above wrong, right met in full, wrong given nothing. */
function agreement(answersTo: (drill: Drill) => { right: DrillResult; wrong: DrillResult }) {
  const all = drills.map(answersTo);
  const share = (fits: (each: (typeof all)[number]) => boolean) => all.filter(fits).length / all.length;
  return {
    above: share(({ right, wrong }) => rank[right.verdict] > rank[wrong.verdict]),
    met: share(({ right }) => right.outcome === "right"),
    refused: share(({ wrong }) => wrong.outcome === "reason_missing" || wrong.outcome === "other_approach"),
  };
}

test("every shipped drill is sound, and all eighteen rows of the quick tables are among them", () => {
  expect(problems).toEqual([]);
  const rows = new Set(drills.flatMap(({ row }) => row ?? []));
  const wanted = Array.from({ length: 18 }, (_, at) => `U${at + 19}`);
  expect(wanted.filter((row) => !rows.has(row))).toEqual([]);
  expect(drills.length).toBeGreaterThanOrEqual(32);
  for (const approach of approaches) {
    expect(drills.filter(({ accepts }) => accepts[0]?.approach === approach).length).toBeGreaterThanOrEqual(4);
  }
});

test("what the sources dispute is accepted on both sides", () => {
  const disputed = drills.filter(({ disputed: sides }) => sides !== undefined);
  expect(disputed.length).toBeGreaterThanOrEqual(5);
  const oneSided = disputed.filter(({ accepts }) => accepts.length < 2).map(({ id }) => id);
  // The stable terminology: the dispute is about facts, and the drill is about language.
  expect(oneSided).toEqual(["latin-of-the-trade"]);
});

test("a right reason ranks above a wrong one in nine of ten answers that stand beside the drills", () => {
  const { above, met, refused } = agreement((drill) => ({
    right: judge(drill, drill.examples.right),
    wrong: judge(drill, drill.examples.wrong),
  }));
  expect(above).toBeGreaterThanOrEqual(0.9);
  expect(met).toBeGreaterThanOrEqual(0.9);
  expect(refused).toBeGreaterThanOrEqual(0.8);
});

test("and in nine of ten that were never used", () => {
  expect(Object.keys(later).toSorted()).toEqual(drills.map(({ id }) => id).toSorted());
  const { above, met, refused } = agreement((drill) => {
    const { approach, right, wrong } = later[drill.id] ?? { approach: "prompt", right: "", wrong: "" };
    return { right: judge(drill, { approach, reason: right }), wrong: judge(drill, { approach, reason: wrong }) };
  });
  expect(above).toBeGreaterThanOrEqual(0.9);
  expect(met).toBeGreaterThanOrEqual(0.8);
  expect(refused).toBeGreaterThanOrEqual(0.9);
});

test("naming the right approach is never enough", () => {
  const given = drills.filter((drill) =>
    drill.accepts.some(
      ({ approach }) => judge(drill, { approach, reason: `I would choose ${approach}.` }).outcome === "right",
    ),
  );
  expect(given.map(({ id }) => id)).toEqual([]);
});

test("the situation read back is no reason", () => {
  const given = drills.filter((drill) =>
    drill.accepts.some(({ approach }) => judge(drill, { approach, reason: drill.situation }).outcome === "right"),
  );
  expect(given.map(({ id }) => id)).toEqual([]);
});

test("each accepted reason is one check of the rubric they share", () => {
  const checks = rubricOfDrills(drills).criteria.flatMap((criterion) => criterion.checks.map(({ id }) => id));
  expect(new Set(checks).size).toBe(drills.flatMap(({ accepts }) => accepts).length);
});
