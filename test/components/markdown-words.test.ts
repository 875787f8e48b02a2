import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { fencedText, inlineText, quotedText } from "#app/components/export/markdown-words.ts";

// A reader of Markdown with the extensions that make most of what is written: tables, footnotes, links by themselves.
const reader = unified().use(remarkParse).use(remarkGfm);

type Node = { type: string; value?: string; children?: Node[] };

function nodesIn(markdown: string): Node[] {
  const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(reader.parse(markdown));
}

const typesIn = (markdown: string) => new Set(nodesIn(markdown).map(({ type }) => type));

const textIn = (markdown: string) =>
  nodesIn(markdown)
    .map((node) =>
      node.type === "text" || node.type === "inlineCode" ? node.value : node.type === "break" ? "\n" : "",
    )
    .join("");

const pieces = fc.constantFrom(
  ..."# ## - + * _ ` ``` ~~~ > < | --- === :-: 1. 2) [x] [a](b) ![i](j) [^1] [r]: & &amp; &#35; \\ $ ^ { } ~ ~~ !".split(
    " ",
  ),
  "<script>alert(1)</script>",
  "<!-- -->",
  "https://example.com/a?b=c",
  "www.example.com",
  "a@example.com",
  "<https://x.y>",
  "javascript:alert(1)",
  "\n",
  "\n\n",
  "\r",
  "\t",
  "    ",
  "word",
  "12",
  ".",
  ")",
  " ",
);
const written = fc.oneof(
  fc.array(pieces, { maxLength: 14 }).map((each) => each.join("")),
  fc.string({ unit: "grapheme" }),
);

const wordsOnly = new Set(["root", "paragraph", "text", "inlineCode", "break", "blockquote"]);
const strange = (markdown: string) => [...typesIn(markdown)].filter((type) => !wordsOnly.has(type));

test("whatever is written stays words in a sentence, in a list and in a quotation", () => {
  fc.assert(
    fc.property(written, (text) => {
      expect(strange(quotedText(text))).toEqual([]);
      expect(strange(`Before. ${inlineText(text)} After.`)).toEqual([]);
      expect(strange(`- A1: met.\n  - “${inlineText(text)}”`)).toEqual(["list", "listItem"]);
    }),
    { numRuns: 500 },
  );
});

test("and they are the same words, line by line", () => {
  const plain = (text: string) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, "");
  fc.assert(
    fc.property(written, (text) => {
      expect(plain(textIn(quotedText(text)))).toBe(plain(text));
    }),
    { numRuns: 500 },
  );
  expect(textIn(quotedText("one\ntwo"))).toBe("one\ntwo");
});

test("what a candidate may type is escaped in sight", () => {
  expect(quotedText("# A heading\n<img src=x onerror=alert(1)>\n1. [one](https://x.y)\n\nwww.example.com")).toBe(
    [
      "> \\# A heading\\",
      "> \\<img src=x onerror=alert(1)\\>\\",
      "> 1\\. `[one](https://x.y)`",
      ">",
      "> `www.example.com`",
    ].join("\n"),
  );
});

test("a drawing ends only where it ends", () => {
  fc.assert(
    fc.property(written, (text) => {
      const nodes = nodesIn(`${fencedText(text, "mermaid")}\n\nAfter.`);
      expect(nodes.map(({ type }) => type)).toEqual(["root", "code", "paragraph", "text"]);
    }),
  );
});
