import { expect, test } from "vitest";
import { masteryOf, type CompetencyMastery } from "#app/domain/progress/mastery.ts";
import { suggestNext, type Candidate } from "#app/domain/progress/next-scenario.ts";
import type { Competency } from "#app/domain/scenarios/competency.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const [criterion] = gradedScenario.rubric.criteria;

function scenario(slug: string, weights: Partial<Record<Competency, number>>, bestScore: number | null): Candidate {
  if (!criterion) throw new Error("The fixture has a criterion.");
  const criteria = Object.entries(weights).map(([competency, weight]) => ({
    ...criterion,
    competency: competency as Competency,
    weight,
  }));
  return { slug, title: `The ${slug}`, isExercise: false, rubric: { criteria }, bestScore };
}

function mastery(levels: Partial<Record<Competency, number>>): CompetencyMastery[] {
  return masteryOf([]).map((each) => ({ ...each, level: levels[each.competency] ?? null }));
}

test("whoever has not begun is sent to the first scenario", () => {
  const candidates = [scenario("one", { framing: 1 }, null), scenario("two", { framing: 1 }, null)];
  expect(suggestNext(mastery({}), candidates)).toEqual({
    slug: "one",
    title: "The one",
    why: "Start here: it shows what an interview asks for.",
  });
});

test("the first one is never an exercise while there is a whole situation", () => {
  const exercise = { ...scenario("code", { framing: 1 }, null), isExercise: true };
  expect(suggestNext(mastery({}), [exercise, scenario("whole", { framing: 1 }, null)])?.slug).toBe("whole");
  expect(suggestNext(mastery({}), [exercise])?.slug).toBe("code");
  expect(suggestNext(mastery({ framing: 1 }), [exercise, scenario("whole", { economics: 1 }, null)])?.slug).toBe(
    "code",
  );
});

test("the weakest competency decides, at the new scenario that asks most for it", () => {
  const candidates = [
    scenario("little", { framing: 90, economics: 10 }, null),
    scenario("much", { framing: 60, economics: 40 }, null),
    scenario("most", { economics: 100 }, 30),
  ];
  expect(suggestNext(mastery({ framing: 3, economics: 1.25 }), candidates)).toEqual({
    slug: "much",
    title: "The much",
    why: "Your lowest is “Costs and numbers”, at level 1.3 of 4. It carries 40 % of the points here; a scenario you have not tried.",
  });
});

test("once all are tried, the one that asks most comes again, of equals the one with the lower best score", () => {
  const candidates = [
    scenario("high", { economics: 1, framing: 1 }, 80),
    scenario("low", { economics: 1, framing: 1 }, 20),
  ];
  const suggestion = suggestNext(mastery({ framing: 3, economics: 1 }), candidates);
  expect(suggestion?.slug).toBe("low");
  expect(suggestion?.why).toMatch(/50 % of the points here; your best there is 20\.$/);
});

test("a scenario that does not ask for the weakest competency is not suggested for it", () => {
  const candidates = [scenario("new", { framing: 1 }, null), scenario("tried", { economics: 1, framing: 1 }, 50)];
  expect(suggestNext(mastery({ framing: 3, economics: 1 }), candidates)?.slug).toBe("tried");
  expect(suggestNext(mastery({ framing: 3, operations: 1 }), candidates)).toMatchObject({
    slug: "new",
    why: expect.stringMatching(/^Your lowest is “Framing the need”/),
  });
});

test("without scenarios there is nothing to suggest", () => {
  expect(suggestNext(mastery({ framing: 1 }), [])).toBeNull();
});
