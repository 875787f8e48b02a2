import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import {
  drillMs,
  drillRemainingMs,
  orderDrills,
  parseDrills,
  type DrillOutcome,
  type PastAttempt,
} from "#app/domain/practice/drill.ts";
import { makeDrill } from "#test/support/drill.ts";

const read = (...drills: object[]) => parseDrills({ file: "drills.yaml", text: stringify({ drills }) });

test("a sound drill is read, and a broken one leaves the others to be served", () => {
  expect(read(makeDrill()).problems).toEqual([]);
  const { drills, problems } = read({ ...makeDrill(), situation: "Too short." }, makeDrill({ id: "another" }));
  expect(drills.map(({ id }) => id)).toEqual(["another"]);
  expect(problems).toEqual([
    {
      file: "drills.yaml",
      field: "drills[0] (weekly-notes).situation",
      message: "must be 40 to 70 words long, and has 2",
      severity: "error",
    },
  ]);
});

test("every approach is accepted or explained, once, and examples fit what is accepted", () => {
  const { prompt: _, ...withoutPrompt } = makeDrill().wrong;
  const fields = (changes: object) =>
    read({ ...makeDrill(), ...changes }).problems.map(({ field, message }) => `${field} ${message}`);
  expect(fields({ wrong: withoutPrompt })).toEqual([
    "drills[0] (weekly-notes).wrong.prompt is missing: say why not, or accept it",
  ]);
  expect(fields({ wrong: { ...makeDrill().wrong, rag: "No." } })).toEqual([
    "drills[0] (weekly-notes).wrong.rag is both accepted and wrong, or twice accepted",
  ]);
  const { wrong } = makeDrill().examples;
  expect(fields({ examples: { right: { approach: "prompt", reason: "No." }, wrong } })).toEqual([
    "drills[0] (weekly-notes).examples.right.approach must be one that is accepted",
  ]);
  const [accepted] = makeDrill().accepts;
  expect(fields({ accepts: [{ ...accepted, met: ["One way."] }] })).toHaveLength(1);
});

test("the minute is the server's: it never grows, never goes below nothing", () => {
  const startedAt = new Date("2026-11-21T10:00:00.000Z");
  const at = (ms: number) => new Date(startedAt.getTime() + ms);
  expect(drillRemainingMs(startedAt, at(20_000))).toBe(40_000);
  expect(drillRemainingMs(startedAt, at(-90_000))).toBe(drillMs);
  expect(drillRemainingMs(startedAt, at(9 * drillMs))).toBe(0);
});

const ids = ["a", "b", "c", "d", "e", "f"].map((id) => ({ id }));
const attempts = fc.array(
  fc.record({
    drillId: fc.constantFrom(...ids.map(({ id }) => id)),
    outcome: fc.constantFrom<DrillOutcome>("right", "partly", "reason_missing", "other_approach"),
    at: fc.integer({ min: 0, max: 999 }).map((minute) => new Date(minute * 60_000).toISOString()),
  }),
  { maxLength: 12 },
);

test("unseen drills come first, then those missed last time, then the others, the oldest first; always the same", () => {
  fc.assert(
    fc.property(attempts, fc.string(), (past: PastAttempt[], person) => {
      const ordered = orderDrills(ids, past, person).map(({ id }) => id);
      expect(ordered.toSorted()).toEqual(ids.map(({ id }) => id));
      expect(orderDrills(ids.toReversed(), past, person).map(({ id }) => id)).toEqual(ordered);
      const seen = new Set(past.map(({ drillId }) => drillId));
      const unseen = ids.filter(({ id }) => !seen.has(id)).length;
      expect(ordered.slice(0, unseen).some((id) => seen.has(id))).toBe(false);
    }),
  );
  const past: PastAttempt[] = [
    { drillId: "a", outcome: "right", at: "2026-01-01" },
    { drillId: "b", outcome: "partly", at: "2026-01-02" },
    { drillId: "c", outcome: "other_approach", at: "2026-01-01" },
    { drillId: "d", outcome: "reason_missing", at: "2026-01-01" },
    { drillId: "d", outcome: "right", at: "2026-01-03" },
  ];
  expect(orderDrills(ids.slice(0, 4), past, "me").map(({ id }) => id)).toEqual(["c", "b", "a", "d"]);
});

test("two people get new drills in orders of their own", () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ id: `drill-${at}` }));
  expect(orderDrills(many, [], "ada")).not.toEqual(orderDrills(many, [], "grace"));
});
