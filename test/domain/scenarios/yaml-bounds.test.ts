import { expect, test } from "vitest";
import { holdAgainst, readFrontMatter, readYaml } from "#app/domain/scenarios/written-file.ts";
import { FactSchema } from "#app/domain/scenarios/schema.ts";
import { setField } from "#app/domain/authoring/form/set-field.ts";

const steps = (length: number, line: (at: number) => string) => Array.from({ length }, (_, at) => line(at)).join("\n");

const endless: [string, string][] = [
  ["brackets", `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ["brackets that stay open", "[".repeat(20_000)],
  ["braces", `${"{a: ".repeat(5_000)}b${"}".repeat(5_000)}`],
  ["dashes in one line", `${"- ".repeat(20_000)}a`],
  ["dashes in many lines", steps(60, (at) => " ".repeat(98 * at) + "- ".repeat(49))],
  ["mappings", steps(300, (at) => `${" ".repeat(at)}a:`)],
  ["names of names", `${"{".repeat(500)}a: b${"}: c".repeat(499)}}`],
  ["names spelled out", `${"? ".repeat(5_000)}a`],
];

test.each(endless)("what is nested without end is refused with its line: %s", (_, text) => {
  const { value, problems } = readYaml("rubric.yaml", text);
  expect(value).toBeNull();
  expect(problems).toEqual([
    {
      file: "rubric.yaml",
      field: expect.stringMatching(/^line \d+$/),
      message: expect.stringMatching(/^(?:is nested deeper than 40 levels|has a name that is a list or mapping of its own)$/),
      severity: "error",
    },
  ]);
  const files = { "rubric.yaml": text };
  expect(setField(files, { file: "rubric.yaml", path: "criteria[0].id", value: "x" })).toBe(files);
});

test("brackets in a text or a block are no nesting", () => {
  const text = `a: "${"[".repeat(500)}"\nb: |\n  ${"[".repeat(500)}\nc: '${"{".repeat(500)}'\n`;
  expect(readYaml("rubric.yaml", text).problems).toEqual([]);
});

test("a name that stands twice is named with its line, in the front matter too", () => {
  expect(readYaml("rubric.yaml", "a: 1\nb: { c: 1, c: 2 }\na: 3\n").problems.map(({ field }) => field)).toEqual([
    "line 3",
    "line 2",
  ]);
  const { problems } = readFrontMatter({ file: "scenario.md", text: '---\ntitle: a\n"title": b\n---\n' });
  expect(problems).toMatchObject([{ field: "line 3", message: "is not valid YAML: Map keys must be unique" }]);
});

test("a tag that nobody knows is no YAML of ours", () => {
  expect(readYaml("rubric.yaml", "a: !!js/function x\n").problems).toMatchObject([{ field: "line 1" }]);
  expect(readYaml("rubric.yaml", "a: !own x\n").problems).toHaveLength(1);
});

test("a file that is wrong in every line has a list of problems that ends", () => {
  const { problems } = readYaml("rubric.yaml", "a: 1\n".repeat(2_000));
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)?.message).toBe("has 1899 more problems");
  const unknown = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`k${at}`, 1]));
  const held = holdAgainst(FactSchema, "scenario.md", { id: "a", label: "A", value: 1, ...unknown });
  expect(held.problems[0]?.message).toMatch(/k9 and 1990 more$/);
});
