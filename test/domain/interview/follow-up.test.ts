import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseFollowUp } from "#app/domain/interview/follow-up.ts";
import { planNext } from "#app/domain/interview/plan-next.ts";
import { startInterview } from "#app/domain/interview/session.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import type { Rubric, Verdict } from "#app/domain/scenarios/schema.ts";
import { makeScenario } from "#test/support/scenario.ts";

const scenario = makeScenario();
const [template] = scenario.rubric.criteria;

/** A rubric of the given weights and points of checks; the ids are c0-0, c0-1, c1-0 … */
function rubricOf(criteria: readonly { weight: number; points: readonly number[] }[]): Rubric {
  const check = template?.checks[0];
  if (!template || !check) throw new Error("The fixture has no check.");
  return {
    criteria: criteria.map(({ weight, points }, at) => ({
      ...template,
      id: `c${at}`,
      weight,
      redFlags: [],
      checks: points.map((each, nth) => ({ ...check, id: `c${at}-${nth}`, points: each })),
    })),
  };
}

const shape = fc.array(
  fc.record({
    weight: fc.integer({ min: 1, max: 40 }),
    points: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 5 },
);
const verdicts = fc.array(fc.constantFrom<Verdict | null>("met", "partial", "not_met", "insufficient_evidence", null), {
  minLength: 20,
  maxLength: 20,
});

test("the follow-up is the unprobed check that would add most to the score", () => {
  fc.assert(
    fc.property(shape, verdicts, fc.array(fc.nat(19), { maxLength: 4 }), (criteria, given, probedAt) => {
      const rubric = rubricOf(criteria);
      const ids = rubric.criteria.flatMap(({ checks }) => checks.map(({ id }) => id));
      const known = new Map(ids.flatMap((id, at) => (given[at] ? [[id, given[at]] as const] : [])));
      const probed = probedAt.flatMap((at) => ids[at] ?? []);
      const asked = probed.map((checkId, at): Turn => ({
        seq: at + 1,
        speaker: "interviewer",
        kind: "question",
        text: "?",
        factId: null,
        checkId,
      }));
      // The score that full marks on one more check would add, from the definition of the score.
      const worth = (id: string) => {
        const [criterion = -1, check = -1] = id.slice(1).split("-").map(Number);
        const { weight = 0, points = [] } = criteria[criterion] ?? {};
        const missing = { met: 0, partial: 0.5, not_met: 1, insufficient_evidence: 1 }[known.get(id) ?? "not_met"];
        return (weight * (points[check] ?? 0) * missing) / points.reduce((sum, each) => sum + each, 0);
      };
      const open = ids.filter((id) => !probed.includes(id) && worth(id) > 0);
      const chosen = chooseFollowUp(rubric, asked, known);
      const best = Math.max(...open.map(worth));
      expect(chosen === null ? [] : [chosen.id]).toEqual(open.filter((id) => worth(id) > best - 1e-9).slice(0, 1));
    }),
  );
});

test("of two that add the same, the one written first is asked", () => {
  const rubric = rubricOf([
    { weight: 50, points: [1, 1] },
    { weight: 50, points: [1, 1] },
  ]);
  expect(chooseFollowUp(rubric, [], new Map())?.id).toBe("c0-0");
});

test("what is asked are the authored words, for the check they aim at", () => {
  const turns = startInterview(makeScenario({ twist: undefined }));
  expect(planNext(scenario, turns, { verdicts: new Map() })).toEqual({
    speaker: "interviewer",
    kind: "question",
    text: "What here would still be true in two years?",
    checkId: "dialect-is-behaviour",
    move: "probe",
  });
});

test("with everything met the twist comes early, though never before an answer, and then nothing is left to ask", () => {
  const met = new Map(scenario.rubric.criteria.flatMap(({ checks }) => checks.map(({ id }) => [id, "met"] as const)));
  const begun = startInterview(scenario);
  const answer: Turn = { seq: 2, speaker: "candidate", kind: "answer", text: "All.", checkId: null, factId: null };
  expect(planNext(scenario, begun, { verdicts: met })).toBeNull();
  expect(planNext(scenario, [...begun, answer], { verdicts: met })).toEqual({
    speaker: "interviewer",
    kind: "twist",
    text: "Every query must now name its sources. Does that change anything?",
    move: "twist",
  });
  expect(planNext(makeScenario({ twist: undefined }), [...begun, answer], { verdicts: met })).toBeNull();
});

test("what has more likely been said than not is not asked for, and the surer of two open checks is", () => {
  const rubric = rubricOf([{ weight: 100, points: [5, 5, 4] }]);
  const doubts = new Map([
    ["c0-0", 0.7],
    ["c0-1", 0.8],
    ["c0-2", 1],
  ]);
  expect(chooseFollowUp(rubric, [], new Map(), { doubts })?.id).toBe("c0-2");
  expect(chooseFollowUp(rubric, [], new Map(), { doubts: new Map([["c0-0", 0.7]]), criterionIds: ["c1"] })).toBeNull();
});

test("what may have been said is asked about when nothing surer is open, and what is half met is", () => {
  const rubric = rubricOf([{ weight: 10, points: [2, 9] }]);
  const verdicts = new Map<string, Verdict>([
    ["c0-0", "partial"],
    ["c0-1", "not_met"],
  ]);
  const doubts = new Map([
    ["c0-0", 0.5],
    ["c0-1", 0.9],
  ]);
  const opening = startInterview(scenario);
  expect(chooseFollowUp(rubric, opening, verdicts, { doubts })?.id).toBe("c0-1");
  expect(chooseFollowUp(rubric, opening, new Map([...verdicts, ["c0-1", "met"]]), { doubts })?.id).toBe("c0-0");
});
