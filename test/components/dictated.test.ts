import { expect, test } from "vitest";
import { faultIn, insertSpoken } from "#app/components/speech/dictated.ts";

test("spoken words go in at the cursor, with spaces where words meet words", () => {
  expect(insertSpoken("", { start: 0, end: 0 }, " I would retrieve ")).toEqual({
    text: "I would retrieve",
    cursor: 16,
  });
  expect(insertSpoken("First, then.", { start: 6, end: 6 }, "measure")).toEqual({
    text: "First, measure then.",
    cursor: 14,
  });
  expect(insertSpoken("It holds.", { start: 8, end: 8 }, "here")).toEqual({ text: "It holds here.", cursor: 13 });
});

test("they take the place of what is selected, and silence takes nothing", () => {
  expect(insertSpoken("I would train it", { start: 8, end: 13 }, "retrieve").text).toBe("I would retrieve it");
  expect(insertSpoken("I would train it", { start: 8, end: 13 }, "  ")).toEqual({
    text: "I would train it",
    cursor: 13,
  });
});

test("every fault has its words, one without a name too, and stopping is none", () => {
  expect(faultIn("not-allowed")).toContain("Allow it for this site");
  expect(faultIn("no-speech")).toContain("Nothing was heard");
  expect(faultIn("network")).toContain("could not be reached");
  expect(faultIn("something-new")).toContain("Your text is as it was");
  expect(faultIn("aborted")).toBeNull();
});
