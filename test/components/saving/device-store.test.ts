// @vitest-environment jsdom
import { afterEach, expect, test } from "vitest";
import { keptReviews } from "#app/components/hiring/review/saving/kept-review.ts";
import { keptTexts as unsentTexts } from "#app/components/room/kept-text.ts";
import { deviceStore } from "#app/components/saving/device-store.ts";
import { keptTexts as unsavedTexts } from "#app/components/studio/saving/kept-texts.ts";
import { emptyReviewDraft } from "#app/domain/review/review-draft.ts";

afterEach(() => localStorage.clear());

const words = deviceStore("words", (value) => (typeof value === "string" ? value : null));

test("what is kept is found under its own key, and under no other", () => {
  words.keep("/a", "kept");
  expect(words.find("/a")).toBe("kept");
  expect(words.find("/b")).toBeNull();
  expect(deviceStore("others", (value) => value).find("/a")).toBeNull();
  expect(localStorage.getItem("tradeoff.words./a")).toBe('"kept"');
});

test("only what is still the same is forgotten: what another tab has kept in its place stays", () => {
  words.keep("/a", "of another tab");
  words.forget("/a", "of this tab");
  expect(words.find("/a")).toBe("of another tab");
  words.forget("/a", "of another tab");
  expect(localStorage).toHaveLength(0);
});

test("a browser without room for it keeps what it had", () => {
  words.keep("/a", "short");
  words.keep("/a", "x".repeat(6_000_000));
  expect(words.find("/a")).toBe("short");
});

test("what the room, the studio and a review have kept comes back as it was", () => {
  const typed = { kind: "answer" as const, answer: "typed", question: "", diagram: "", pasted: 2 };
  unsentTexts.keep("a", { typed, revision: 1 });
  expect(unsentTexts.find("a")).toEqual({ typed, revision: 1 });
  const changed = { revision: 2, changes: { "a.md": "new", "b.md": null }, base: { "a.md": null, "b.md": "old" } };
  unsavedTexts.keep("a", changed);
  expect(unsavedTexts.find("a")).toEqual(changed);
  const review = { draft: { ...emptyReviewDraft, levels: { framing: null } }, revision: 3 };
  keptReviews.keep("a", review);
  expect(keptReviews.find("a")).toEqual(review);
});

test("an entry that is broken counts as none", () => {
  const broken = ["", "{", "null", "[]", '"text"', '{"revision":1}', '{"revision":1,"changes":[],"base":{"a":1}}'];
  for (const entry of [...broken, '{"draft":{"levels":{"framing":9},"comments":{},"quotes":{}},"revision":1}']) {
    for (const prefix of ["unsent", "unsaved", "review"]) localStorage.setItem(`tradeoff.${prefix}.a`, entry);
    expect([unsentTexts.find("a"), unsavedTexts.find("a"), keptReviews.find("a")]).toEqual([null, null, null]);
  }
});
