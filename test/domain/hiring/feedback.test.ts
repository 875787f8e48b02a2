import { expect, test } from "vitest";
import type { StudyPage } from "#app/domain/content/schema.ts";
import { DecisionSchema } from "#app/domain/hiring/decision.ts";
import {
  composeFeedback,
  countChangedSince,
  suggestWords,
  tellsReason,
  type SettledPart,
} from "#app/domain/hiring/feedback.ts";
import { appealsUntil, LevelAppealSchema } from "#app/domain/hiring/level-appeal.ts";
import { LevelChangeSchema } from "#app/domain/hiring/level-change.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric, title } = gradedScenario;
const part = (levels: Record<string, number | null>): SettledPart => ({ sessionId: "s", title, rubric, levels });
const page = {
  slug: "knowledge-or-behaviour",
  title: "Knowledge or behaviour",
  minutes: 6,
  sections: [{ id: "the-test", heading: "The test" }],
} as StudyPage;
const all = { levels: true, words: true, study: true, appeal: true };
const composed = (levels: Record<string, number | null>, policy = all) =>
  composeFeedback([part(levels)], { policy, pages: [page], words: "Well done.", sentAt: "2026-11-22T00:00:00.000Z" });

test("a level comes with what it says and what would lift it; the highest needs no lift and no reading", () => {
  const [framing, economics] = composed({ framing: 4, economics: 1 }).parts[0]?.criteria ?? [];
  expect(framing).toMatchObject({ level: 4, lift: null, study: [] });
  expect(framing?.says).toContain("tests the split against how often each changes");
  expect(economics).toMatchObject({ level: 1, says: "Says cheaper.", lift: "Calculates one." });
});

test("what to read is where the rubric's checks lead, once each and only to pages that are there", () => {
  const [framing] = composed({ framing: 2, economics: 1 }).parts[0]?.criteria ?? [];
  expect(framing?.study).toEqual([
    { href: "/learn/knowledge-or-behaviour#the-test", title: "Knowledge or behaviour, The test" },
  ]);
});

test("without levels in the policy neither a level nor what it says is in what is sent", () => {
  const sent = composed({ framing: 2, economics: 1 }, { ...all, levels: false, words: false });
  expect(sent.words).toBeNull();
  for (const criterion of sent.parts[0]?.criteria ?? []) {
    expect(criterion).toMatchObject({ level: null, says: null, lift: null });
  }
});

test("levels that were sent and do not count any more are counted, where levels are sent at all", () => {
  const sent = composed({ framing: 2, economics: null });
  expect(countChangedSince(sent, [part({ framing: 2, economics: null })])).toBe(0);
  expect(countChangedSince(sent, [part({ framing: 3, economics: 1 })])).toBe(2);
  const withoutLevels = composed({ framing: 2, economics: 1 }, { ...all, levels: false });
  expect(countChangedSince(withoutLevels, [part({ framing: 3, economics: 1 })])).toBe(0);
});

test("the start for the words names what had most to gain first, and no level", () => {
  const words = suggestWords([part({ framing: 3, economics: 0 })]);
  expect(words).toContain("What would lift it: Calculates one.");
  expect(words.indexOf("Calculates one")).toBeLessThan(words.indexOf("tests the split"));
  expect(words).not.toMatch(/\blevel\b|\d of 4/);
  expect(suggestWords([part({ framing: 4, economics: 4 })])).toContain("top of every criterion");
});

test("words that hold a decision's reason are found however they are spaced or cased", () => {
  const reason = "Too junior for this team and its pace.";
  expect(tellsReason("We feel you are too  Junior for this team\nand its pace.", [reason])).toBe(true);
  expect(tellsReason("Thank you for your time.", [reason])).toBe(false);
});

test("reasons have their bounds: a decision ten characters, a change three, an appeal ten, and none is empty space", () => {
  expect(DecisionSchema.safeParse({ outcome: "hold", reason: "Too short" }).success).toBe(false);
  expect(DecisionSchema.safeParse({ outcome: "maybe", reason: "Long enough now." }).success).toBe(false);
  expect(DecisionSchema.safeParse({ outcome: "hold", reason: " ".repeat(40) }).success).toBe(false);
  expect(LevelChangeSchema.safeParse({ level: "5", reason: "Read again." }).success).toBe(false);
  expect(LevelChangeSchema.parse({ level: "3", reason: " ok! " })).toEqual({ level: 3, reason: "ok!" });
  expect(LevelAppealSchema.safeParse({ session: "s", criterion: "c", reason: "x".repeat(2_001) }).success).toBe(false);
});

test("a level can be contested for thirty days", () => {
  expect(appealsUntil(new Date("2026-03-15T12:00:00Z")).toISOString()).toBe("2026-04-14T12:00:00.000Z");
});
