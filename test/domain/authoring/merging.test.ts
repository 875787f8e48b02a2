import fc from "fast-check";
import { expect, test } from "vitest";
import {
  applyChanges,
  changesBetween,
  hasMarkers,
  mergeTexts,
  proposeMerge,
  wordDifference,
} from "#app/domain/authoring/merging.ts";

const lines = (...each: string[]) => each.join("\n");

const texts = fc.dictionary(fc.constantFrom("a.md", "b.yaml", "c.md", "d.md"), fc.constantFrom("one", "two", "three"));

test("a file that only one of the two changed, added or removed is that one's", () => {
  const base = { kept: "1", mine: "1", theirs: "1", gone: "1" };
  const merged = mergeTexts({
    base,
    mine: { kept: "1", mine: "2", theirs: "1", gone: "1", new: "n" },
    theirs: { kept: "1", mine: "1", theirs: "3" },
  });
  expect(merged).toEqual({
    texts: { kept: "1", mine: "2", theirs: "3", new: "n" },
    conflicts: [],
    taken: ["gone", "theirs"],
  });
});

test("a file that both changed is a conflict with all three texts, and holds mine until it is decided", () => {
  const { texts: merged, conflicts } = mergeTexts({ base: { a: "1" }, mine: { a: "2" }, theirs: { a: "3" } });
  expect(conflicts).toEqual([{ path: "a", base: "1", mine: "2", theirs: "3" }]);
  expect(merged).toEqual({ a: "2" });
});

test("a file that one removed and the other changed is a conflict", () => {
  const { conflicts } = mergeTexts({ base: { a: "1" }, mine: {}, theirs: { a: "2" } });
  expect(conflicts).toEqual([{ path: "a", base: "1", mine: null, theirs: "2" }]);
});

test("merging loses nothing: every file is as one of the two has it, and where they differ without a base it is told", () => {
  fc.assert(
    fc.property(texts, texts, texts, (base, mine, theirs) => {
      const merged = mergeTexts({ base, mine, theirs });
      const told = new Set(merged.conflicts.map(({ path }) => path));
      for (const path of new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)])) {
        if (mine[path] === theirs[path]) expect(merged.texts[path]).toBe(mine[path]);
        else if (mine[path] === base[path]) expect(merged.texts[path]).toBe(theirs[path]);
        else if (theirs[path] === base[path]) expect(merged.texts[path]).toBe(mine[path]);
        else expect(told.has(path)).toBe(true);
      }
    }),
  );
});

test("what has to be sent makes the one into the other", () => {
  fc.assert(
    fc.property(texts, texts, (from, to) => {
      expect(applyChanges(from, changesBetween(from, to))).toEqual(to);
    }),
  );
});

test("changes of different lines are put together, and none is left to decide", () => {
  const base = lines("title: a", "level: one", "kind: x", "minutes: 20");
  const mine = lines("title: b", "level: one", "kind: x", "minutes: 20");
  const theirs = lines("title: a", "level: one", "kind: x", "minutes: 30", "new: yes");
  const { text, undecided } = proposeMerge({ path: "f", base, mine, theirs });
  expect(text).toBe(lines("title: b", "level: one", "kind: x", "minutes: 30", "new: yes"));
  expect(undecided).toBe(0);
});

test("a line that both changed stands twice, marked, until somebody takes the marks out", () => {
  const [base, mine, theirs] = [lines("a", "b", "c"), lines("a", "mine", "c"), lines("a", "theirs", "c")];
  const { text, undecided } = proposeMerge({ path: "f", base, mine, theirs });
  expect(undecided).toBe(1);
  expect(text).toBe(lines("a", "<<<<<<< yours", "mine", "=======", "theirs", ">>>>>>> theirs", "c"));
  expect(hasMarkers(text)).toBe(true);
  expect(hasMarkers(lines("a", "mine", "c"))).toBe(false);
});

test("a proposal with one side unchanged is the other side, and with both the same is that", () => {
  const some = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 }).map((each) => each.join("\n"));
  fc.assert(
    fc.property(some, some, (base, changed) => {
      const same = { text: changed, undecided: 0 };
      expect(proposeMerge({ path: "f", base, mine: changed, theirs: base })).toEqual(same);
      expect(proposeMerge({ path: "f", base, mine: base, theirs: changed })).toEqual(same);
      expect(proposeMerge({ path: "f", base, mine: changed, theirs: changed })).toEqual(same);
    }),
  );
});

test("a difference by words says both texts again", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (before, after) => {
      const parts = wordDifference(before, after);
      const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join("");
      expect(without("added")).toBe(before);
      expect(without("removed")).toBe(after);
    }),
  );
});
