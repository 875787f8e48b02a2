import { expect, test } from "vitest";
import { masteryOf, type CompetencyMastery } from "#app/domain/progress/mastery.ts";
import { suggestNext, type Candidate } from "#app/domain/progress/next-scenario.ts";
import type { Competency } from "#app/domain/scenarios/competency.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const [criterion] = gradedScenario.rubric.criteria;
const now = new Date("2026-11-21T12:00:00.000Z");

function scenario(
  slug: string,
  weights: Partial<Record<Competency, number>>,
  lastTried: string | null = null,
): Candidate {
  if (!criterion) throw new Error("The fixture has a criterion.");
  const criteria = Object.entries(weights).map(([competency, weight]) => ({
    ...criterion,
    competency: competency as Competency,
    weight,
  }));
  return { slug, title: `The ${slug}`, isExercise: false, rubric: { criteria }, lastTried };
}

/** For each competency so many checks met and so many missed, each in an interview of its own. */
function mastery(counts: Partial<Record<Competency, [met: number, missed: number]>>): CompetencyMastery[] {
  const graded = Object.entries(counts).flatMap(([competency, [met, missed]]) =>
    Array.from({ length: met + missed }, (_, at) => ({
      group: `${competency}-${at}`,
      at: now.toISOString(),
      level: "practitioner" as const,
      competency: competency as Competency,
      approach: null,
      share: at < met ? 1 : 0,
    })),
  );
  return masteryOf(graded, now).competencies;
}

const allKnown = (changes: Parameters<typeof mastery>[0]) =>
  mastery({
    framing: [20, 0],
    decision: [20, 0],
    architecture: [20, 0],
    economics: [20, 0],
    evaluation: [20, 0],
    operations: [20, 0],
    communication: [20, 0],
    ...changes,
  });

test("whoever has not begun is sent to the first scenario, and never to an exercise while there is a whole one", () => {
  const candidates = [scenario("one", { framing: 1 }), scenario("two", { framing: 1 })];
  const start = { slug: "one", title: "The one", why: "Start here: it shows what an interview asks for." };
  expect(suggestNext(mastery({}), candidates)).toEqual(start);
  const exercise = { ...scenario("code", { framing: 1 }), isExercise: true };
  expect(suggestNext(mastery({}), [exercise, ...candidates])).toEqual(start);
  expect(suggestNext(mastery({}), [exercise])?.slug).toBe("code");
});

test("what is weakest with some certainty decides, at the new scenario that asks most for it", () => {
  const candidates = [
    scenario("little", { framing: 90, economics: 10 }),
    scenario("much", { framing: 60, economics: 40 }),
    scenario("most", { economics: 100 }, "2026-11-01"),
  ];
  const { slug, why } = suggestNext(allKnown({ economics: [2, 10] }), candidates) ?? {};
  expect(slug).toBe("much");
  expect(why).toMatch(
    /^“Costs and numbers” is your weakest with some certainty: you would meet \d+ to \d+ of 100 checks/,
  );
  expect(why).toMatch(/judging by 12\. It carries 40 % of the points here, and you have not tried it\.$/);
});

test("where nothing is weakest with certainty, the least known decides", () => {
  const candidates = [
    scenario("one", { framing: 1 }),
    scenario("two", { operations: 1 }),
    scenario("three", { evaluation: 1 }),
  ];
  expect(suggestNext(allKnown({ operations: [1, 1] }), candidates)).toMatchObject({
    slug: "two",
    why: expect.stringMatching(/^Of “Keeping it running” least is known so far, from 2 checks\./),
  });
  expect(suggestNext(allKnown({ evaluation: [0, 0] }), candidates)).toMatchObject({
    slug: "three",
    why: expect.stringMatching(/^Of “Proving it works” nothing is known yet\./),
  });
});

test("once all are tried, the one tried longest ago comes again, and the day is said", () => {
  const candidates = [
    scenario("lately", { economics: 1 }, "2026-11-20"),
    scenario("long-ago", { economics: 1, framing: 1 }, "2026-09-03"),
  ];
  const suggestion = suggestNext(allKnown({ economics: [2, 10] }), candidates);
  expect(suggestion?.slug).toBe("long-ago");
  expect(suggestion?.why).toMatch(/50 % of the points here, and you tried it last on 3 September 2026\.$/);
});

test("without scenarios there is nothing to suggest", () => {
  expect(suggestNext(mastery({ framing: [1, 1] }), [])).toBeNull();
  expect(suggestNext(mastery({}), [])).toBeNull();
});
