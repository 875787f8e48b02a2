import fc from "fast-check";
import { expect, test } from "vitest";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import type { DraftForm } from "#app/domain/authoring/form/draft-form.ts";
import { insertItem, moveItem, removeItem } from "#app/domain/authoring/form/edit-list.ts";
import { readForm } from "#app/domain/authoring/form/read-form.ts";
import { setField } from "#app/domain/authoring/form/set-field.ts";
import { oddDraft, shippedDraft } from "#test/support/draft-files.ts";

function formOf(files: DraftFiles): DraftForm {
  const { form, broken } = readForm(files);
  expect(broken).toEqual([]);
  if (!form) throw new Error("The draft cannot be read as a form.");
  return form;
}

type TextList = { file: string; path: string; read: (form: DraftForm) => string[] };

const textLists: TextList[] = [
  { file: "scenario.md", path: "competencies", read: ({ competencies }) => competencies },
  { file: "scenario.md", path: "sources", read: ({ sources }) => sources },
  { file: "scenario.md", path: "positions[0].sources", read: ({ positions }) => positions[0]?.sources ?? [] },
  { file: "rubric.yaml", path: "criteria[0].checks[0].met", read: ({ criteria }) => criteria[0]?.checks[0]?.met ?? [] },
  {
    file: "rubric.yaml",
    path: "criteria[0].checks[0].notMet",
    read: (form) => form.criteria[0]?.checks[0]?.notMet ?? [],
  },
  { file: "rubric.yaml", path: "criteria[1].checks[0].met", read: ({ criteria }) => criteria[1]?.checks[0]?.met ?? [] },
];

const step = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), at: fc.nat(4), to: fc.nat(4), item: fc.string() }),
  fc.record({ kind: fc.constant("remove" as const), at: fc.nat(4), to: fc.nat(4), item: fc.string() }),
  fc.record({ kind: fc.constant("move" as const), at: fc.nat(4), to: fc.nat(4), item: fc.string() }),
  fc.record({ kind: fc.constant("set" as const), at: fc.nat(4), to: fc.nat(4), item: fc.string() }),
);

function edit(
  files: DraftFiles,
  { file, path }: TextList,
  { kind, at, to, item }: { kind: string } & Step,
): DraftFiles {
  if (kind === "insert") return insertItem(files, { file, path, at, item });
  if (kind === "remove") return removeItem(files, { file, path, at });
  if (kind === "move") return moveItem(files, { file, path, at, to });
  return setField(files, { file, path, value: Array.from({ length: at }, (_, nth) => (nth % 2 ? item : `${nth}`)) });
}

type Step = { at: number; to: number; item: string };

function model(list: string[], { kind, at, to, item }: { kind: string } & Step): string[] {
  if (kind === "insert") return list.toSpliced(at, 0, item);
  if (kind === "set") return Array.from({ length: at }, (_, nth) => (nth % 2 ? item : `${nth}`));
  if (!(at in list)) return list;
  if (kind === "remove") return list.toSpliced(at, 1);
  const moved = list[at] ?? "";
  return list.toSpliced(at, 1).toSpliced(Math.min(to, list.length - 1), 0, moved);
}

test("lists of texts behave as lists, whatever is done to them and however they are written", () => {
  fc.assert(
    fc.property(fc.constantFrom(...textLists), fc.array(step, { maxLength: 8 }), (list, steps) => {
      let files = oddDraft;
      let expected = list.read(formOf(files));
      for (const each of steps) {
        files = edit(files, list, each);
        expected = model(expected, each);
        expect(list.read(formOf(files))).toEqual(expected);
      }
      const others = (form: DraftForm) => textLists.filter((each) => each !== list).map(({ read }) => read(form));
      expect(others(formOf(files))).toEqual(others(formOf(oddDraft)));
    }),
    { numRuns: 100 },
  );
});

test("an item that is moved away and back, or added and removed, leaves the text as it was", async () => {
  const shipped = await shippedDraft("wrong-refund-policy");
  const lists = [
    { file: "scenario.md", path: "facts" },
    { file: "scenario.md", path: "hiddenFacts" },
    { file: "scenario.md", path: "positions" },
    { file: "scenario.md", path: "competencies" },
    { file: "rubric.yaml", path: "criteria" },
    { file: "rubric.yaml", path: "criteria[1].checks" },
    { file: "rubric.yaml", path: "criteria[1].checks[0].met" },
  ];
  for (const place of lists) {
    const moved = moveItem(shipped, { ...place, at: 0, to: 1 });
    expect(moved, place.path).not.toEqual(shipped);
    expect(moveItem(moved, { ...place, at: 1, to: 0 }), place.path).toEqual(shipped);
    for (const at of [0, 1]) {
      const added = insertItem(shipped, { ...place, at });
      expect(added, place.path).not.toEqual(shipped);
      expect(removeItem(added, { ...place, at }), `${place.path} ${at}`).toEqual(shipped);
    }
  }
});

test("a new item is written as its neighbours are, and comments go with the item below them", () => {
  const added = insertItem(oddDraft, {
    file: "scenario.md",
    path: "facts",
    at: 1,
    item: { id: "kept", label: "Kept: all", value: 4 },
  });
  const [before, after] = [oddDraft["scenario.md"] ?? "", added["scenario.md"] ?? ""];
  const line = `  - { id: kept, label: "Kept: all", value: 4 }\n`;
  expect(after).toBe(before.replace("  # Only measured once.\n", `${line}  # Only measured once.\n`));
  const moved = moveItem(oddDraft, { file: "scenario.md", path: "facts", at: 1, to: 2 })["scenario.md"] ?? "";
  expect(moved.indexOf("# Only measured once.")).toBeGreaterThan(moved.indexOf("id: last"));
  expect(moved).toContain("# Only measured once.\n  - id: declined\n");
});

test("a list that was empty or missing gets its first item, and one that loses its last is empty", () => {
  const hidden = { file: "scenario.md", path: "hiddenFacts" };
  const first = insertItem(oddDraft, { ...hidden, item: { id: "a", asks: ["How often?"], answer: "Weekly." } });
  expect(first["scenario.md"]).toContain(
    `hiddenFacts:\n  - id: a\n    asks:\n      - "How often?"\n    answer: "Weekly."\npositions:`,
  );
  expect(removeItem(first, { ...hidden, at: 0 })).toEqual(oddDraft);
  const flags = { file: "rubric.yaml", path: "criteria[0].redFlags" };
  const flagged = insertItem(oddDraft, flags);
  expect(formOf(flagged).criteria[0]?.redFlags).toMatchObject([{ id: "", minus: "1", met: [""] }]);
  expect(formOf(removeItem(flagged, { ...flags, at: 0 })).criteria).toEqual(formOf(oddDraft).criteria);
  const hints = { file: "hints.yaml", path: "asks-first", value: ["Nudge.", "Direction.", "Example."] };
  expect(setField(oddDraft, hints)["hints.yaml"]).toBe(`asks-first:\n  - "Nudge."\n  - "Direction."\n  - "Example."\n`);
});

test("a new criterion has everything it needs, to be filled in", () => {
  const { criteria } = formOf(insertItem(oddDraft, { file: "rubric.yaml", path: "criteria", at: 0 }));
  expect(criteria).toHaveLength(3);
  expect(criteria[0]).toMatchObject({ id: "", weight: "1", levels: ["", "", "", "", ""], checks: [{ met: [""] }] });
});

test("places that are no list change nothing", () => {
  for (const path of ["title", "facts[0]", "nothing", "__proto__"]) {
    const place = { file: "scenario.md", path };
    expect(insertItem(oddDraft, { ...place, item: "x" })).toBe(oddDraft);
    expect(removeItem(oddDraft, { ...place, at: 0 })).toBe(oddDraft);
    expect(moveItem(oddDraft, { ...place, at: 0, to: 1 })).toBe(oddDraft);
  }
  const facts = { file: "scenario.md", path: "facts" };
  expect(removeItem(oddDraft, { ...facts, at: 7 })).toBe(oddDraft);
  expect(moveItem(oddDraft, { ...facts, at: 1, to: 1 })).toBe(oddDraft);
});

test("what is shared through an alias is changed in one place only", () => {
  const aliased = {
    ...oddDraft,
    "scenario.md": (oddDraft["scenario.md"] ?? "")
      .replace('label: "Questions a day"', 'label: &label "Questions a day"')
      .replace("value: many", "value: *label"),
  };
  const files = setField(aliased, { file: "scenario.md", path: "facts[0].label", value: "A day" });
  expect(formOf(files).facts.map(({ label, value }) => [label, value])).toEqual([
    ["A day", "900"],
    ["Declined\nin a week\n", "22"],
    ["folded over two lines", "Questions a day"],
  ]);
  const other = setField(aliased, { file: "scenario.md", path: "facts[2].value", value: "few" });
  expect(formOf(other).facts[2]?.value).toBe("few");
  expect(other["scenario.md"]).toContain("&label");
});
