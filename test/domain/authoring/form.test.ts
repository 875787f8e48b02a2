import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import type { DraftForm } from "#app/domain/authoring/form/draft-form.ts";
import { findField } from "#app/domain/authoring/form/fields.ts";
import { readForm } from "#app/domain/authoring/form/read-form.ts";
import { setField } from "#app/domain/authoring/form/set-field.ts";
import { findFrontMatter } from "#app/domain/scenarios/written-file.ts";
import { oddDraft, shippedDraft, shippedSlugs } from "#test/support/draft-files.ts";

function formOf(files: DraftFiles): DraftForm {
  const { form, broken } = readForm(files);
  expect(broken).toEqual([]);
  if (!form) throw new Error("The draft cannot be read as a form.");
  return form;
}

type Leaf = { path: string; value: string | number | boolean };

/** Every text, number and truth value of data, with the way to it. */
function leavesOf(value: unknown, path = ""): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => leavesOf(each, `${path}[${at}]`));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => leavesOf(each, path === "" ? key : `${path}.${key}`));
  }
  return [{ path, value: value as Leaf["value"] }];
}

function leavesOfFile(file: string, text: string): Leaf[] {
  const front = file.endsWith(".md") ? findFrontMatter(text) : { start: 0, end: text.length };
  return leavesOf(parse(text.slice(front?.start, front?.end)));
}

test("every field of every shipped scenario is known, and writing back what it holds changes no character", async () => {
  const slugs = await shippedSlugs();
  expect(slugs.length).toBeGreaterThan(30);
  let written = 0;
  for (const slug of slugs) {
    const files = await shippedDraft(slug);
    formOf(files);
    for (const [file, text] of Object.entries(files)) {
      for (const { path, value } of leavesOfFile(file, text)) {
        expect(findField({ file, path }), `${slug}/${file} ${path}`).not.toBeNull();
        expect(setField(files, { file, path, value }), `${slug}/${file} ${path}`).toBe(files);
        written += 1;
      }
    }
  }
  expect(written).toBeGreaterThan(20_000);
});

test("an edit of a sentence changes its own line and no other", async () => {
  const files = await shippedDraft("wrong-refund-policy");
  for (const [file, text] of Object.entries(files)) {
    const sentences = leavesOfFile(file, text).filter(({ value }) => typeof value === "string");
    for (const { path, value } of sentences.filter((_, at) => at % 7 === 0)) {
      const edited = setField(files, { file, path, value: `${value} and: "more" # yes` })[file]?.split("\n") ?? [];
      const changed = text.split("\n").filter((line, at) => line !== edited[at]);
      expect(changed, `${file} ${path}`).toHaveLength(1);
      expect(edited).toHaveLength(text.split("\n").length);
    }
  }
});

const places: { file: string; path: string; read: (form: DraftForm) => string | undefined }[] = [
  { file: "scenario.md", path: "title", read: ({ title }) => title },
  { file: "scenario.md", path: "summary", read: ({ summary }) => summary },
  { file: "scenario.md", path: "facts[0].label", read: ({ facts }) => facts[0]?.label },
  { file: "scenario.md", path: "facts[0].value", read: ({ facts }) => facts[0]?.value },
  { file: "scenario.md", path: "facts[1].label", read: ({ facts }) => facts[1]?.label },
  { file: "scenario.md", path: "facts[2].label", read: ({ facts }) => facts[2]?.label },
  { file: "scenario.md", path: "facts[2].unit", read: ({ facts }) => facts[2]?.unit },
  { file: "scenario.md", path: "positions[0].when", read: ({ positions }) => positions[0]?.when },
  { file: "scenario.md", path: "twist.change", read: ({ twist }) => twist?.change ?? "" },
  { file: "rubric.yaml", path: "criteria[0].weight", read: ({ criteria }) => criteria[0]?.weight },
  { file: "rubric.yaml", path: "criteria[0].levels.3", read: ({ criteria }) => criteria[0]?.levels[3] },
  { file: "rubric.yaml", path: "criteria[0].title", read: ({ criteria }) => criteria[0]?.title },
  { file: "rubric.yaml", path: "criteria[0].checks[0].points", read: ({ criteria }) => criteria[0]?.checks[0]?.points },
  { file: "rubric.yaml", path: "criteria[0].checks[0].met[0]", read: ({ criteria }) => criteria[0]?.checks[0]?.met[0] },
  { file: "rubric.yaml", path: "criteria[0].checks[0].met[1]", read: ({ criteria }) => criteria[0]?.checks[0]?.met[1] },
  { file: "rubric.yaml", path: "criteria[1].levels.0", read: ({ criteria }) => criteria[1]?.levels[0] },
  { file: "rubric.yaml", path: "criteria[1].checks[0].asks", read: ({ criteria }) => criteria[1]?.checks[0]?.asks },
  { file: "rubric.yaml", path: "criteria[1].checks[0].title", read: ({ criteria }) => criteria[1]?.checks[0]?.title },
];

const odd = [
  "yes",
  "012",
  "0x1f",
  "1e3",
  "~",
  "null",
  " leading",
  "trailing ",
  "a: b",
  "a #b",
  "# a",
  "- a",
  "'",
  '"',
  "it's",
  "[a]",
  "{a: b}",
  "*a",
  "&a",
  "!a",
  "|",
  "%",
  "@a",
  "a\nb",
  "a\n\n b\n",
  "\na",
  "a\tb",
  "---",
  "…\n---\nb",
  "😀 ümlaut",
  "\u2028",
  "\u0085",
  "\ufeff",
  "\ud800",
  "\u0000",
  "<script>alert(1)</script>",
  "x".repeat(10_000),
];

const texts = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: "binary", maxLength: 40 }), fc.string());

function normal(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

test("whatever is typed into a field is read from it, and nothing else of the form changes", () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), texts, ({ file, path, read }, value) => {
      const edited = setField(oddDraft, { file, path, value });
      const form = formOf(edited);
      expect(read(form)).toBe(normal(value));
      const was = read(formOf(oddDraft)) ?? "";
      const back = formOf(setField(edited, { file, path, value: was }));
      // A twist of which nothing is left is still one.
      const twist = path === "twist.change" ? null : back.twist;
      expect({ ...back, twist }).toEqual(formOf(oddDraft));
    }),
    { numRuns: 300 },
  );
});

test("every odd text fits into every field", () => {
  for (const { file, path, read } of places) {
    for (const value of odd) expect(read(formOf(setField(oddDraft, { file, path, value }))), path).toBe(normal(value));
  }
});

test("edits of different fields may come in either order", () => {
  const edit = fc.record({ place: fc.constantFrom(...places), value: texts });
  fc.assert(
    fc.property(edit, edit, (a, b) => {
      fc.pre(a.place.path !== b.place.path);
      const apply = (files: DraftFiles, { place, value }: typeof a) => {
        return setField(files, { file: place.file, path: place.path, value });
      };
      expect(formOf(apply(apply(oddDraft, a), b))).toEqual(formOf(apply(apply(oddDraft, b), a)));
    }),
    { numRuns: 150 },
  );
});

test("comments, quotes and blank lines of all other lines stay", () => {
  const edited = setField(oddDraft, { file: "scenario.md", path: "facts[1].label", value: "Turned away" })[
    "scenario.md"
  ];
  expect(edited).toBe(
    oddDraft["scenario.md"]?.replace("label: |\n      Declined\n      in a week\n", "label: |-\n      Turned away\n"),
  );
  const title = setField(oddDraft, { file: "scenario.md", path: "title", value: "The desk" })["scenario.md"];
  expect(title).toContain("\ntitle: The desk   # plain, with a note\nsummary: 'It''s about refunds'\n");
  const unit = setField(oddDraft, { file: "scenario.md", path: "facts[0].source", value: "S0:41" })["scenario.md"];
  expect(unit).toContain('unit: "questions/day", source: "S0:41" }\n  # Only measured once.');
  const points = setField(oddDraft, { file: "rubric.yaml", path: "criteria[0].checks[0].points", value: "4" });
  expect(points["rubric.yaml"]).toBe(oddDraft["rubric.yaml"]?.replace("points: 3 # the most", "points: 4 # the most"));
});

test("an optional field that is emptied leaves the file, and a new one stands where its file has it", () => {
  const without = setField(oddDraft, { file: "scenario.md", path: "kind", value: "" });
  expect(without["scenario.md"]).toBe(oddDraft["scenario.md"]?.replace("kind: choice\n", ""));
  expect(setField(without, { file: "scenario.md", path: "kind", value: "choice" })).toEqual(oddDraft);
  const twisted = setField(oddDraft, { file: "scenario.md", path: "twist.after", value: "2" })["scenario.md"];
  expect(twisted).toContain('opening: "How do you go about it?"\ntwist:\n  after: 2\n---\n');
  const weighed = setField(oddDraft, { file: "rubric.yaml", path: "criteria[0].title", value: "Framing" });
  expect(weighed["rubric.yaml"]).toContain('- id: framing\n      title: "Framing"\n      competency: framing\n');
  const untwisted = setField(
    { ...oddDraft, "scenario.md": twisted ?? "" },
    { file: "scenario.md", path: "twist", value: null },
  );
  expect(untwisted).toEqual(oddDraft);
});

test("the brief keeps the white space around it, and windows' line breaks stay what they are", () => {
  const edited = setField(oddDraft, { file: "scenario.md", path: "body", value: "  Another\r\nbrief.\n\n" })[
    "scenario.md"
  ];
  expect(edited?.slice(edited.indexOf("---\n\n\n"))).toBe("---\n\n\nAnother\nbrief.\n");
  const dos = { ...oddDraft, "scenario.md": (oddDraft["scenario.md"] ?? "").replaceAll("\n", "\r\n") };
  const { body } = formOf(dos);
  expect(setField(dos, { file: "scenario.md", path: "body", value: body })).toBe(dos);
  for (const path of ["body", "summary", "positions[0].when", "facts[1].unit"]) {
    const changed = setField(dos, { file: "scenario.md", path, value: "First\nsecond" })["scenario.md"] ?? "";
    expect(changed.replaceAll("\r\n", ""), path).not.toContain("\n");
    expect(changed).not.toBe(dos["scenario.md"]);
  }
});

test("a place that names no field changes nothing", () => {
  const strange = ["__proto__.x", "constructor", "facts[9999].id", "facts", "nothing", "title.x", "", "a..b", "[0]"];
  for (const path of strange) {
    for (const file of ["scenario.md", "rubric.yaml", "hints.yaml", "calibration/a.md", "../x", "__proto__"]) {
      expect(setField(oddDraft, { file, path, value: "x" }), `${file} ${path}`).toBe(oddDraft);
    }
  }
});

test("what cannot be read as fields is named and not changed", () => {
  const broken = { ...oddDraft, "rubric.yaml": "criteria: [\n" };
  expect(readForm(broken)).toMatchObject({ form: null, broken: [{ file: "rubric.yaml" }] });
  expect(setField(broken, { file: "rubric.yaml", path: "criteria[0].id", value: "x" })).toBe(broken);
  const noFront = { ...oddDraft, "scenario.md": "Only a brief." };
  expect(readForm(noFront).broken).toMatchObject([{ file: "scenario.md", field: "front matter" }]);
  expect(readForm({}).broken.map(({ message }) => message)).toEqual(["is missing", "is missing"]);
  const shaped = { ...oddDraft, "rubric.yaml": "criteria: { a: b }\n" };
  expect(readForm(shaped).broken).toMatchObject([{ field: "criteria", message: "must be an array" }]);
});
