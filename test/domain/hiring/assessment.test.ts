import fc from "fast-check";
import { expect, test } from "vitest";
import {
  AssessmentSettingsSchema,
  dayOf,
  endOfDay,
  isTaking,
  listMissing,
  newSettings,
  refuseChanges,
  type AssessmentChanges,
  type FeedbackPolicy,
} from "#app/domain/hiring/assessment.ts";

const settings = { ...newSettings, name: "Platform engineer", contact: "people@acme.example" };

const fieldsWrong = (changes: object) => {
  const read = AssessmentSettingsSchema.safeParse({ ...settings, ...changes });
  return read.success ? [] : read.error.issues.map(({ path }) => path.join("."));
};

test("a draft needs a name and nothing else, and each value stays within its bounds", () => {
  expect(fieldsWrong({})).toEqual([]);
  expect(fieldsWrong({ contact: "", parts: [], about: "" })).toEqual([]);
  expect(fieldsWrong({ name: " " })).toEqual(["name"]);
  expect(fieldsWrong({ attempts: 4 })).toEqual(["attempts"]);
  expect(fieldsWrong({ attempts: 0 })).toEqual(["attempts"]);
  expect(fieldsWrong({ reviewersPerSession: 6 })).toEqual(["reviewersPerSession"]);
  expect(fieldsWrong({ reviewersPerSession: Number.NaN })).toEqual(["reviewersPerSession"]);
  expect(fieldsWrong({ retentionDays: 731 })).toEqual(["retentionDays"]);
  expect(fieldsWrong({ gateKappa: 1.1 })).toEqual(["gateKappa"]);
  expect(fieldsWrong({ gateLeast: 4 })).toEqual(["gateLeast"]);
  expect(fieldsWrong({ deadline: "2026-02-30" })).toEqual(["deadline"]);
  expect(fieldsWrong({ contact: "not an address" })).toEqual(["contact"]);
  expect(fieldsWrong({ parts: [{ scenarioHash: "abc", minutes: 4 }] })).toEqual(["parts.0.minutes"]);
  const seven = Array.from({ length: 7 }, (_, n) => ({ scenarioHash: `${n}`, minutes: null }));
  expect(fieldsWrong({ parts: seven })).toEqual(["parts"]);
});

test("a name is one line without characters that turn others round", () => {
  const { name } = AssessmentSettingsSchema.parse({ ...settings, name: " Platform\r\nengineer\u202e " });
  expect(name).toBe("Platform engineer");
});

test("a deadline is the last moment of its day in UTC, whatever the clocks of its country do", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(dayOf(endOfDay(day))).toBe(day);
      expect(new Date(endOfDay(day).getTime() + 1).toISOString()).toMatch(/T00:00:00\.000Z$/);
    }),
  );
  const open = { state: "open" as const, deadline: endOfDay("2026-10-25") };
  expect(isTaking(open, new Date("2026-10-25T23:59:59.998Z"))).toBe(true);
  expect(isTaking(open, new Date("2026-10-26T00:00:00Z"))).toBe(false);
  expect(isTaking({ state: "open", deadline: null }, new Date("2099-01-01"))).toBe(true);
  expect(isTaking({ state: "draft", deadline: null }, new Date("2026-01-01"))).toBe(false);
  expect(isTaking({ state: "closed", deadline: null }, new Date("2026-01-01"))).toBe(false);
});

test("what is missing before it is opened is said, all at once", () => {
  const now = new Date("2026-11-22T10:00:00Z");
  const ready = { contact: "people@acme.example", warmUp: null, deadline: null, parts: [{ slug: "house-dialect" }] };
  expect(listMissing(ready, now)).toEqual([]);
  expect(listMissing({ ...ready, deadline: endOfDay("2026-11-22") }, now)).toEqual([]);
  const nothing = { contact: "", warmUp: null, deadline: endOfDay("2026-11-21"), parts: [] };
  expect(listMissing(nothing, now)).toHaveLength(3);
  expect(listMissing({ ...ready, warmUp: "house-dialect" }, now)).toEqual([
    "The warm-up is one of the parts: choose another scenario to warm up with.",
  ]);
});

const changes: AssessmentChanges = { ...settings, deadline: "2026-12-01", reviewersPerSession: 2 };
const before = {
  deadline: endOfDay("2026-12-01"),
  reviewersPerSession: 2,
  feedback: newSettings.feedback,
  isOpen: true,
};

test("once open, a deadline moves later or goes, and reviewers become more", () => {
  expect(refuseChanges(before, changes)).toEqual({});
  expect(refuseChanges(before, { ...changes, deadline: "2026-12-02", reviewersPerSession: 3 })).toEqual({});
  expect(refuseChanges(before, { ...changes, deadline: null })).toEqual({});
  expect(Object.keys(refuseChanges(before, { ...changes, deadline: "2026-11-30" }))).toEqual(["deadline"]);
  expect(Object.keys(refuseChanges({ ...before, deadline: null }, changes))).toEqual(["deadline"]);
  expect(Object.keys(refuseChanges(before, { ...changes, reviewersPerSession: 1 }))).toEqual(["reviewersPerSession"]);
  expect(Object.keys(refuseChanges(before, { ...changes, contact: "" }))).toEqual(["contact"]);
});

test("once candidates are told that they can contest a level, that stays", () => {
  const refused = (feedback: Partial<FeedbackPolicy>) =>
    Object.keys(refuseChanges(before, { ...changes, feedback: { ...changes.feedback, ...feedback } }));
  expect(refused({ levels: false })).toEqual([]);
  expect(refused({ appeal: false })).toEqual(["feedback"]);
  expect(refused({ levels: false, words: false, study: false })).toEqual(["feedback"]);
});

test("once closed, a deadline stays what it was", () => {
  const closed = { ...before, isOpen: false };
  expect(refuseChanges(closed, changes)).toEqual({});
  expect(Object.keys(refuseChanges(closed, { ...changes, deadline: "2026-12-02" }))).toEqual(["deadline"]);
});
