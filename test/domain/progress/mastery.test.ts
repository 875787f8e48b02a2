import fc from "fast-check";
import { expect, test } from "vitest";
import { betaBelow, betaQuantile } from "#app/domain/progress/beta.ts";
import { approachOfCheck } from "#app/domain/progress/check-approach.ts";
import { estimateFrom, fewestChecks, masteryOf, type GradedCheck } from "#app/domain/progress/mastery.ts";
import { competencies } from "#app/domain/scenarios/competency.ts";

const now = new Date("2026-11-21T12:00:00.000Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

function check(changes: Partial<GradedCheck> = {}): GradedCheck {
  const base = {
    group: "one",
    at: daysAgo(0),
    level: "practitioner",
    competency: "framing",
    approach: "rag",
    share: 1,
  } as const;
  return { ...base, ...changes };
}

test("the beta distribution is the published one", () => {
  // Closed forms: I_x(1, 1) = x, I_x(2, 1) = x², I_x(1, 3) = 1 - (1 - x)³; and Abramowitz and Stegun's symmetry.
  for (const x of [0.05, 0.3, 0.5, 0.77]) {
    expect(betaBelow(x, 1, 1)).toBeCloseTo(x, 12);
    expect(betaBelow(x, 2, 1)).toBeCloseTo(x * x, 12);
    expect(betaBelow(x, 1, 3)).toBeCloseTo(1 - (1 - x) ** 3, 12);
    expect(betaBelow(x, 3.7, 0.9)).toBeCloseTo(1 - betaBelow(1 - x, 0.9, 3.7), 12);
  }
  expect(betaQuantile(0.05, 1, 1)).toBeCloseTo(0.05, 10);
  expect(betaQuantile(0.3, 2, 1)).toBeCloseTo(Math.sqrt(0.3), 10);
});

test("an estimate lies inside its interval, and more of the same narrows it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 1, maxLength: 20 }), (shares) => {
      const of = (copies: number) =>
        estimateFrom(
          Array.from({ length: copies }, (_, copy) =>
            shares.map((share, at) => check({ share, group: `${copy}-${at}` })),
          ).flat(),
          now,
        );
      const [once, often] = [of(1), of(4)];
      expect(once.low).toBeLessThan(once.mean);
      expect(once.mean).toBeLessThan(once.high);
      expect(often.high - often.low).toBeLessThan(once.high - once.low);
    }),
  );
});

test("nothing known is the even prior, and below six checks there is nothing to say", () => {
  expect(estimateFrom([], now)).toMatchObject({ checks: 0, enough: false, mean: 0.5, latest: null });
  const some = (count: number) =>
    estimateFrom(
      Array.from({ length: count }, () => check()),
      now,
    );
  expect(some(fewestChecks - 1).enough).toBe(false);
  expect(some(fewestChecks).enough).toBe(true);
});

test("newer checks count more, checks of several interviews more than as many of one", () => {
  const older = estimateFrom([check({ share: 0, at: daysAgo(120), group: "a" }), check({ group: "b" })], now);
  expect(older.mean).toBeGreaterThan(0.5);
  const width = (groups: (at: number) => string) => {
    const { low, high } = estimateFrom(
      Array.from({ length: 8 }, (_, at) => check({ group: groups(at) })),
      now,
    );
    return high - low;
  };
  expect(width((at) => String(at))).toBeLessThan(width(() => "same"));
});

test("a hard check met says more, and missed says less", () => {
  const mean = (level: GradedCheck["level"], share: number) => estimateFrom([check({ level, share })], now).mean;
  expect(mean("senior", 1)).toBeGreaterThan(mean("foundation", 1));
  expect(mean("senior", 0)).toBeGreaterThan(mean("foundation", 0));
});

test("competencies and approaches are kept apart, in their order, with the newest sitting in plain counts", () => {
  const graded = [
    check({ share: 0, at: daysAgo(3), group: "old" }),
    check({ at: daysAgo(1), group: "new" }),
    check({ share: 0.5, at: daysAgo(1), group: "new" }),
    check({ competency: "economics", approach: null, group: "new" }),
  ];
  const { competencies: by, approaches } = masteryOf(graded, now);
  expect(by.map(({ competency }) => competency)).toEqual([...competencies]);
  expect(by[0]).toMatchObject({ checks: 3, groups: 2, latest: { met: 1, of: 2 } });
  expect(by.find(({ competency }) => competency === "economics")).toMatchObject({ checks: 1 });
  expect(approaches.map(({ approach, checks }) => [approach, checks])).toEqual([
    ["prompt", 0],
    ["rag", 3],
    ["fine-tune", 0],
    ["hybrid", 0],
  ]);
});

test("a check belongs to the approach of its study page, else of its question, else to none", () => {
  const of = (study: string, asks: string) => approachOfCheck({ study, asks });
  expect(of("retrieval-pipeline#reranking", "Does the candidate fine-tune?")).toBe("rag");
  expect(of("evaluation#set-the-bar", "Does the candidate set a bar for the trained model before training it?")).toBe(
    "fine-tune",
  );
  expect(of("evaluation#set-the-bar", "Does the candidate set a bar?")).toBeNull();
  expect(of("cost#break-even", "Does the candidate weigh a prompt against retrieval?")).toBeNull();
});
