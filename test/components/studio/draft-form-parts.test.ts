import { expect, test } from "vitest";
import { anchorsAround, movedAnchors } from "#app/components/studio/author/form/anchors.ts";
import { shareStructure } from "#app/components/studio/author/form/share-structure.ts";
import { countInside } from "#app/components/studio/author/reading/use-reading.ts";
import { notesByField } from "#app/components/studio/author/reading/reading.ts";
import { sideBySide } from "#app/domain/authoring/side-by-side.ts";
import { withLineEndsOf } from "#app/domain/authoring/line-ends.ts";

const problem = (field: string, file = "rubric.yaml") => ({
  file,
  field,
  message: "is wrong",
  severity: "error" as const,
});

test("a part of the form that says the same as before is the same object, and one that does not is new", () => {
  const before = { title: "a", list: [{ x: 1 }, { x: 2 }], none: [], hints: {} };
  const next = shareStructure(before, { title: "b", list: [{ x: 1 }, { x: 3 }], none: [], hints: {} });
  expect(next).toEqual({ title: "b", list: [{ x: 1 }, { x: 3 }], none: [], hints: {} });
  expect(next.list[0]).toBe(before.list[0]);
  expect(next.list[1]).not.toBe(before.list[1]);
  expect(next.none).toBe(before.none);
  expect(shareStructure(before, structuredClone(before))).toBe(before);
  expect(shareStructure(undefined, { list: [] })).toEqual({ list: [] });
  expect(shareStructure({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
});

test("the parts around a field are those that have to be open to see it", () => {
  const around = anchorsAround("rubric.yaml/criteria[0].checks[12].points");
  expect(around).toEqual(expect.arrayContaining(["rubric.yaml/criteria[0]", "rubric.yaml/criteria[0].checks[12]"]));
  expect(anchorsAround("calibration/strong.md/verdicts.asks")).toContain("calibration/strong.md");
  expect(anchorsAround("hints.yaml/asks[2]")).toContain("hints.yaml/asks");
});

test("open parts go along when their item moves, and are forgotten with it", () => {
  const open = new Set(["f/list[0]", "f/list[1].inner[0]", "f/list[10]", "f/other[0]"]);
  const swapped = movedAnchors(open, "f/list", (at) => (at === 0 ? 1 : at === 1 ? 0 : at));
  expect([...swapped].sort()).toEqual(["f/list[0].inner[0]", "f/list[10]", "f/list[1]", "f/other[0]"].sort());
  const removed = movedAnchors(open, "f/list", (at) => (at === 0 ? -1 : at - 1));
  expect([...removed].sort()).toEqual(["f/list[0].inner[0]", "f/list[9]", "f/other[0]"].sort());
});

test("notes are found at their field and counted in the parts around it, and never in a part that only begins alike", () => {
  const reading = { problems: [problem("criteria[1].weight"), problem("criteria[10].weight")], findings: [] };
  const notes = notesByField(reading, new Map());
  expect(notes.get("rubric.yaml/criteria[1].weight")?.problems).toHaveLength(1);
  expect(countInside(notes, "rubric.yaml/criteria[1]")).toBe(1);
  expect(countInside(notes, "rubric.yaml")).toBe(2);
  const again = notesByField(structuredClone(reading), notes);
  expect(again.get("rubric.yaml/criteria[1].weight")).toBe(notes.get("rubric.yaml/criteria[1].weight"));
});

test("two versions stand beside each other, with what both say shortened and the words of one marked", () => {
  const lines = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const mine = [...lines, "one way of mine", "z"].join("\n");
  const theirs = [...lines, "one way of hers", "z"].join("\n");
  const [skipped, context, different, end] = sideBySide(mine, theirs);
  expect(skipped).toEqual({ kind: "skipped", count: 6 });
  expect(context).toEqual({ kind: "same", lines: ["g", "h"] });
  expect(different).toMatchObject({ kind: "different" });
  const marked = (parts: readonly { text: string; kind: string }[]) =>
    parts.flatMap(({ text, kind }) => (kind === "same" ? [] : [text]));
  if (different?.kind !== "different") throw new Error("There is no row that differs.");
  expect([marked(different.mine), marked(different.theirs)]).toEqual([["mine"], ["hers"]]);
  expect(end).toEqual({ kind: "same", lines: ["z"] });
});

test("a text keeps the line ends of its file", () => {
  expect(withLineEndsOf("a\r\nb\nc", "x\ny")).toBe("a\nb\nc");
  expect(withLineEndsOf("a\nb", "x\r\ny")).toBe("a\r\nb");
});
