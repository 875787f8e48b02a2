import fc from "fast-check";
import { expect, test } from "vitest";
import { compareGraders, compareWithPeople, type ReadByPerson } from "#app/domain/authoring/learners/disagreements.ts";
import {
  countAttempts,
  countByVersion,
  figureItems,
  spreadScores,
  type TakenSession,
} from "#app/domain/authoring/learners/learner-figures.ts";
import { factFor, groupQuestions } from "#app/domain/authoring/learners/unforeseen.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;

const taken = fc.record({
  id: fc.uuid(),
  userId: fc.constantFrom("a", "b", "c"),
  isFinished: fc.boolean(),
  number: fc.constantFrom(1, 2, null),
  score: fc.option(fc.integer({ min: 0, max: 100 })),
}) satisfies fc.Arbitrary<TakenSession>;

test("every score has its step, and what is counted by version is what is counted in all", () => {
  fc.assert(
    fc.property(fc.array(taken, { maxLength: 40 }), (sessions) => {
      const all = countAttempts(sessions);
      expect(spreadScores(sessions).reduce((sum, { count }) => sum + count, 0)).toBe(all.graded);
      const byVersion = countByVersion(sessions);
      for (const field of ["attempts", "finished", "graded"] as const) {
        expect(byVersion.reduce((sum, version) => sum + version[field], 0)).toBe(all[field]);
      }
    }),
  );
});

test("a full score stands in the last step, and the middle of an even number is the lower one", () => {
  const of = (score: number | null) => ({ id: "s", userId: "a", isFinished: true, number: 1, score });
  const sessions = [of(100), of(99), of(0), of(null)];
  const spread = spreadScores(sessions);
  expect(spread.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  expect(countAttempts(sessions)).toMatchObject({ attempts: 4, people: 1, graded: 3, median: 99 });
  expect(countAttempts([of(100), of(20)]).median).toBe(20);
  expect(countAttempts([])).toEqual({ attempts: 0, people: 0, finished: 0, graded: 0, median: null });
});

test("checks stand by how far they are missed, with their place in the draft; what is gone is named and leads nowhere", () => {
  const verdicts = [
    { id: "dialect-is-behaviour", verdict: "met", count: 3 },
    { id: "dialect-is-behaviour", verdict: "not_met", count: 1 },
    { id: "shorter-prompt", verdict: "insufficient_evidence", count: 4 },
    { id: "asks-for-volume", verdict: "partial", count: 2 },
    { id: "trains-facts", verdict: "met", count: 1 },
    { id: "trains-facts", verdict: "nonsense", count: 9 },
    { id: "old-flag", verdict: "not_met", count: 2 },
  ];
  const { checks, redFlags } = figureItems(rubric, { verdicts, flags: new Set(["old-flag", "trains-facts"]) });
  expect(checks.map(({ key, title, answers, path }) => [key, title, answers, path])).toEqual([
    ["B1", "Shorter prompt", 4, "criteria[1].checks[0]"],
    [null, "Asks for volume", 2, null],
    ["A1", "Dialect is behaviour", 4, "criteria[0].checks[0]"],
  ]);
  expect(redFlags.map(({ key, answers, counts }) => [key, answers, counts.met])).toEqual([
    ["AF1", 1, 1],
    [null, 2, 0],
  ]);
});

test("questions in nearly the same words stand together, those of most interviews first", () => {
  const asked = [
    "What is the budget for this?",
    "Which languages do customers write in?",
    "what’s the budget for it",
    "How large is the budget?",
    "What is the  budget for this?",
    "???",
  ].map((text, at) => ({ text, sessionId: `s${at}` }));
  const groups = groupQuestions(asked);
  expect(groups.map(({ times, asks }) => [times, asks[0]])).toEqual([
    [4, "What is the budget for this?"],
    [1, "Which languages do customers write in?"],
  ]);
  expect(groups[0]?.asks).toHaveLength(3);
  expect(groups[0]?.sessionIds).toEqual(["s0", "s2", "s3", "s4"]);
});

test("a hidden fact asks what was asked, has a name of its own, and leaves what is told to its author", () => {
  const fact = factFor(["Which languages do customers write in?"], new Set());
  expect(fact).toMatchObject({ asks: ["Which languages do customers write in?"], answer: "" });
  expect(fact.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(factFor(["Which languages do customers write in?"], new Set([fact.id])).id).toBe(`${fact.id}-2`);
  expect(factFor(["返金？"], new Set()).id).toBe("asked-for");
  expect(factFor(["", "  "], new Set()).asks).toEqual([]);
});

type JudgedVerdict = "met" | "partial" | "not_met" | "insufficient_evidence";
const judged = (level: number, verdict: JudgedVerdict) => [
  { id: "framing", level, checks: [{ id: "schema-is-knowledge", verdict }], redFlags: [] },
];

test("where the two graders differ is told by check; not met and not enough evidence are the same", () => {
  const graded = [
    { sessionId: "a", offline: judged(2, "met"), anthropic: judged(2, "not_met") },
    { sessionId: "b", offline: judged(2, "not_met"), anthropic: judged(2, "insufficient_evidence") },
  ];
  expect(compareGraders(rubric, graded)).toEqual([
    {
      id: "schema-is-knowledge",
      title: "Schema is knowledge",
      interviews: 2,
      differing: [{ sessionId: "a", offline: "met", anthropic: "not_met" }],
    },
  ]);
  expect(compareGraders(null, graded.slice(1))).toEqual([]);
});

test("where people gave another level is told by criterion, and a level they did not give is none", () => {
  const read: ReadByPerson[] = [
    { sessionId: "a", grade: judged(3, "met"), levels: { framing: 1 } },
    { sessionId: "b", grade: judged(3, "met"), levels: { framing: 3 } },
    { sessionId: "c", grade: judged(3, "met"), levels: {} },
  ];
  expect(compareWithPeople(rubric, read)).toEqual([
    { id: "framing", title: "Framing the need", given: 2, differing: [{ sessionId: "a", grader: 3, person: 1 }] },
  ]);
});
