import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "#app/domain/practice/day.ts";
import { goalWords, planUntil, problemOfDay, type PlanInput } from "#app/domain/progress/goal.ts";
import { masteryOf } from "#app/domain/progress/mastery.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const today = "2026-11-21";
const { rubric, level } = gradedScenario;

function input(changes: Partial<PlanInput> = {}): PlanInput {
  return {
    today,
    day: "2026-12-03",
    target: { competencies: [], level: null },
    mastery: masteryOf([], new Date(`${today}T00:00:00.000Z`)).competencies,
    candidates: ["one", "two", "three"].map((slug) => ({
      slug,
      title: slug,
      isExercise: false,
      level,
      rubric,
      lastTried: null,
    })),
    cards: Array.from({ length: 12 }, () => 3),
    sessions: [],
    ...changes,
  };
}

const kinds = (plan: ReturnType<typeof planUntil>) => plan.map(({ kind }) => kind);

test("a plan runs from today to the day before, with a mock two days before and only cards on the last", () => {
  const plan = planUntil(input());
  expect(plan).toHaveLength(12);
  expect(plan[0]).toMatchObject({ day: today, kind: "practice", cards: 3, done: false });
  expect(plan[0]?.scenario).not.toBeNull();
  expect(plan.at(-2)).toMatchObject({ day: "2026-12-01", kind: "mock" });
  expect(plan.at(-1)).toMatchObject({ day: "2026-12-02", kind: "cards", scenario: null });
});

test("what was done today is ticked, and what was put off is due again the next day", () => {
  const before = planUntil(input());
  const done = planUntil(input({ sessions: [{ day: today, isMock: false }] }));
  expect(done[0]).toMatchObject({ kind: "practice", done: true, scenario: null });
  expect(done[1]?.kind).toBe("cards");
  const putOff = planUntil(input({ today: addDays(today, 1) }));
  expect(before[1]?.kind).toBe("cards");
  expect(putOff[0]?.kind).toBe("practice");
});

test("no plan asks for two sessions on days side by side but before the last mock, or for one on the last day", () => {
  const days = fc.array(fc.record({ ago: fc.integer({ min: 0, max: 20 }), isMock: fc.boolean() }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), days, (left, past) => {
      const sessions = past.map(({ ago, isMock }) => ({ day: addDays(today, -ago), isMock }));
      const plan = planUntil(input({ day: addDays(today, left), sessions }));
      expect(plan).toHaveLength(left);
      const asked = plan.filter(({ kind }) => kind === "mock" || kind === "practice").map(({ day }) => day);
      const apart = asked.slice(1).map((day, at) => daysBetween(asked[at] ?? day, day));
      expect(apart.slice(0, -1).every((gap) => gap >= 2)).toBe(true);
      expect(left > 1 ? kinds(plan).at(-1) : "cards").toMatch(/cards|rest/);
    }),
  );
});

test("the wanted level and competencies decide which scenarios and what for", () => {
  const [one] = input().candidates;
  if (!one) throw new Error("There is one.");
  const candidates = [one, { ...one, slug: "senior", level: "senior" as const }];
  const plan = planUntil(input({ candidates, target: { competencies: ["economics"], level: "senior" } }));
  for (const { scenario, focus } of plan.filter(({ kind }) => kind === "practice" || kind === "mock")) {
    expect(scenario?.slug).toBe("senior");
    expect(focus).toBe("economics");
  }
});

test("a day that cannot be one gets a sentence that says why", () => {
  expect(problemOfDay("2026-12-03", today)).toBeNull();
  expect(problemOfDay(today, today)).toBeNull();
  expect(problemOfDay("2026-11-20", today)).toBe("20 November 2026 has passed. Give a day that is still to come.");
  expect(problemOfDay("2031-01-01", today)).toMatch(/^1 January 2031 is 1502 days away\./);
  expect(problemOfDay("soon", today)).toBe("Give a day of the calendar, as 2026-12-03.");
  expect(problemOfDay("", today)).toBe("Give the day of your interview.");
});

test("no time left gets a plain sentence, and no plan", () => {
  expect(planUntil(input({ day: today }))).toEqual([]);
  expect(planUntil(input({ day: "2026-11-01" }))).toEqual([]);
  expect(goalWords(today, today)).toMatch(/^It is today\. There is no time left to plan/);
  expect(goalWords("2026-11-22", today)).toMatch(/^It is tomorrow/);
  expect(goalWords("2026-11-01", today)).toMatch(/has passed/);
  expect(goalWords("2026-12-03", today)).toBe("12 days are left until 3 December 2026.");
});
