import fc from "fast-check";
import { expect, test } from "vitest";
import { newSettings } from "#app/domain/hiring/assessment.ts";
import { NoticeSchema, writeNotice, type NoticeAbout } from "#app/domain/hiring/notice.ts";

const about: NoticeAbout = {
  assessment: {
    ...newSettings,
    name: "Platform engineer",
    about: "We are glad that you are here.\n\nTake your time.",
    contact: "people@acme.example",
    attempts: 2,
    deadline: new Date("2026-12-31T23:59:59.999Z"),
    modelMayGrade: false,
  },
  organisation: { name: "Acme" },
  scenarios: {
    parts: [
      { title: "Refund desk", minutes: 30 },
      { title: "House dialect", minutes: 20 },
    ],
    warmUp: { title: "Empty query" },
  },
};

const changed = (changes: Partial<NoticeAbout["assessment"]>, more: Partial<NoticeAbout> = {}): NoticeAbout => ({
  ...about,
  ...more,
  assessment: { ...about.assessment, ...changes },
});

const wordsOf = (told: NoticeAbout, id?: string) =>
  writeNotice(told)
    .sections.filter((section) => id === undefined || section.id === id)
    .flatMap(({ paragraphs }) => paragraphs)
    .join("\n");

test("the notice says what happens, what is recorded, who decides, who sees it until when, and how to ask", () => {
  const notice = writeNotice(about);
  expect(notice.title).toBe("Platform engineer");
  expect(notice.sections.map(({ id }) => id)).toEqual(
    ["about", "what-happens", "how-long", "recorded", "scores", "sees", "result", "ask"], // in the order they are read
  );
  expect(wordsOf(about, "about")).toBe("We are glad that you are here.\nTake your time.");
  expect(wordsOf(about, "what-happens")).toContain("“Refund desk” and “House dialect”");
  expect(wordsOf(about, "what-happens")).toContain("up to two times. The last one you finish counts");
  expect(wordsOf(about, "what-happens")).toContain("after 31 December 2026, the end of that day in UTC");
  expect(wordsOf(about, "what-happens")).toContain("“Empty query”. It is not scored");
  expect(wordsOf(about, "recorded")).toContain("any other draft is yours alone");
  expect(wordsOf(changed({ deadline: null }), "what-happens")).toContain("the team may close the assessment");
  expect(wordsOf(about, "recorded")).toContain("never scored");
  expect(wordsOf(about, "scores")).toContain("decided by a person");
  expect(wordsOf(about, "scores")).toContain("Two people of Acme");
  expect(wordsOf(about, "sees")).toContain("180 days after you hand in");
  expect(wordsOf(about, "ask").match(/people@acme\.example/g)).toHaveLength(2);
});

test("times are told without extra time, and with each that can be agreed on", () => {
  const [length, longer] = writeNotice(about).sections.find(({ id }) => id === "how-long")?.paragraphs ?? [];
  expect(length).toBe("You have 30 minutes for “Refund desk” and 20 minutes for “House dialect”, 50 minutes in all.");
  expect(longer).toBe(
    "Extra time can be agreed before you begin a part: instead of 50, 63 with 25\u00a0%, 75 with 50\u00a0% and 100 with 100\u00a0% more time.",
  );
});

test("extra time that was agreed on is in the times, and said", () => {
  const words = wordsOf({ ...about, extraTimePercent: 50 }, "how-long");
  expect(words).toContain("45 minutes for “Refund desk” and 30 minutes for “House dialect”, 75 minutes in all.");
  expect(words).toContain(
    "includes the 50\u00a0% extra time that was agreed with you; without it, it would be 50 minutes",
  );
});

test("whether a model of another company reads the answers is said either way", () => {
  expect(wordsOf(about, "scores")).toContain("No language model of another company reads your answers");
  const read = wordsOf(changed({ modelMayGrade: true }), "scores");
  expect(read).toContain("A language model of another company, Anthropic, may read your answers");
  expect(read).not.toContain("No language model");
});

test("one reviewer, one part and one attempt are said in the singular", () => {
  const alone = changed(
    { reviewersPerSession: 1, attempts: 1, retentionDays: 1 },
    {
      scenarios: { parts: [{ title: "Refund desk", minutes: 30 }], warmUp: null },
    },
  );
  expect(wordsOf(alone, "what-happens")).toContain("You take one interview in writing: “Refund desk”.");
  expect(wordsOf(alone, "what-happens")).toContain("can be taken once");
  expect(wordsOf(alone, "what-happens")).not.toContain("warm-up");
  expect(wordsOf(alone, "scores")).toContain("One person of Acme reads");
  expect(wordsOf(alone, "sees")).toContain("1 day after");
});

test("feedback is told as a plan, and a way to contest only where there is something to contest", () => {
  expect(wordsOf(about, "result")).toContain("plans to let you see your level in each criterion");
  expect(wordsOf(about, "result")).toContain("contest it, once for each criterion and within 30 days");
  const none = { levels: false, words: false, study: false, appeal: true };
  const silent = wordsOf(changed({ feedback: none }), "result");
  expect(silent).toContain("does not plan to show you levels");
  expect(silent).not.toContain("contest");
});

const arbitraryNotice = fc.record({
  attempts: fc.integer({ min: 1, max: 3 }),
  reviewersPerSession: fc.integer({ min: 1, max: 5 }),
  retentionDays: fc.integer({ min: 1, max: 730 }),
  modelMayGrade: fc.boolean(),
  about: fc.string(),
});

test("whatever the rules are, the notice can be kept and read again as it was, and nothing in it is empty", () => {
  fc.assert(
    fc.property(arbitraryNotice, fc.constantFrom(0, 25, 50, 100), (changes, extraTimePercent) => {
      const notice = writeNotice(changed(changes, { extraTimePercent }));
      expect(NoticeSchema.parse(JSON.parse(JSON.stringify(notice)))).toEqual(notice);
      for (const { paragraphs } of notice.sections) {
        expect(paragraphs.length).toBeGreaterThan(0);
        expect(paragraphs.join("\n")).not.toMatch(/undefined|NaN|null/);
      }
    }),
  );
});
