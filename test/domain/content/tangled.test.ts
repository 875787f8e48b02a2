import fc from "fast-check";
import { expect, test } from "vitest";
import { readMarkdown, walk } from "#app/domain/content/markdown.ts";
import { parseStudyPage } from "#app/domain/content/parse.ts";
import { findTangledLine } from "#app/domain/content/tangled.ts";

const hostile: [string, string][] = [
  ["quotes", ">".repeat(100_000)],
  ["spaced quotes", "> ".repeat(100_000)],
  ["lists", `${"- ".repeat(100_000)}a`],
  ["quotes in lists", "> - 1. ".repeat(50_000)],
  ["lists under lists", Array.from({ length: 600 }, (_, at) => `${" ".repeat(at * 2)}- a`).join("\n")],
  ["brackets", "[".repeat(100_000)],
  ["emphasis", "*a_ ".repeat(50_000)],
  ["emphasis over lines", "*a_ \n".repeat(50_000)],
  ["emphasis in paragraphs", `${"*a_ ".repeat(100)}\n\n`.repeat(500)],
  ["links", "[a](b".repeat(50_000)],
  ["columns", `|${"a|".repeat(30_000)}\n|${"-|".repeat(30_000)}\n`],
  ["entities", "&".repeat(100_000)],
];

test("what would take minutes to read is one block of text, and nothing throws", () => {
  for (const [name, text] of hostile) {
    expect(findTangledLine(text), name).not.toBeNull();
    expect([...walk(readMarkdown(text))].map(({ type }) => type)).toEqual(["root", "code"]);
  }
});

test("a study page that is tangled is refused at its line", () => {
  const head = "---\ntitle: a\nkeyIdea: b\npart: start\norder: 1\nminutes: 2\nsources: []\n---\n\n## a\n\n";
  const { page, problems } = parseStudyPage({ file: "a.md", text: `${head}${">".repeat(5_000)}\n` });
  expect(page).toBeNull();
  expect(problems).toEqual([
    expect.objectContaining({ field: "line 12", message: expect.stringMatching(/too deep a nesting to be read/) }),
  ]);
});

test("ordinary text of any length is read as it always was", () => {
  const paragraph = fc.array(fc.constantFrom("*so*", "`code`", "[a](b)", "word", "- one", "> said", "| a | b |"), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 8 }), (paragraphs) => {
      expect(findTangledLine(paragraphs.map((words) => words.join(" ")).join("\n\n"))).toBeNull();
    }),
  );
});
