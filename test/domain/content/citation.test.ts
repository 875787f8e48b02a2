import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenCitations, splitCitations } from "#app/domain/content/citation.ts";
import { nameSections, sectionId } from "#app/domain/content/section-id.ts";
import { citationWords, groupSources } from "#app/domain/content/source-document.ts";

test("cuts text at its citations and leaves everything else as it is", () => {
  expect(splitCitations("Costs [S0:41], later [S1:36-44, S2:9].")).toEqual([
    { kind: "words", text: "Costs " },
    { kind: "citations", sources: ["S0:41"] },
    { kind: "words", text: ", later " },
    { kind: "citations", sources: ["S1:36-44", "S2:9"] },
    { kind: "words", text: "." },
  ]);
  expect(splitCitations("[S4:1] [S0:x] [note] S0:41")).toEqual([
    { kind: "words", text: "[S4:1] [S0:x] [note] S0:41" },
  ]);
  expect(splitCitations("")).toEqual([]);
});

test("loses no word of any text", () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom("[S0:41]", "[S1:2-3, S3:4]", "[S9:1]", "[", "]"));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      const back = splitCitations(text).map((part) => (part.kind === "words" ? part.text : `[${part.sources.join(", ")}]`));
      expect(back.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll("–", "-").replaceAll(/\s/g, ""));
    }),
  );
});

test("names what begins like a citation and is none", () => {
  expect(brokenCitations("[S0:41] [S7:2] [S0:] [Some note] [S0:4, S5:1]")).toEqual(["[S7:2]", "[S0:]", "[S0:4, S5:1]"]);
});

test("says a citation in words", () => {
  expect(citationWords("S0:41")).toBe("S0, line 41");
  expect(citationWords("S1:36-44")).toBe("S1, lines 36–44");
});

test("groups citations by document, each line once and in order", () => {
  expect(groupSources(["S2:9", "S0:385", "S0:41", "S0:385", "S0:36-44"])).toEqual([
    { key: "S0", lines: ["36–44", "41", "385"] },
    { key: "S2", lines: ["9"] },
  ]);
  expect(groupSources([])).toEqual([]);
});

test.each([
  ["The test", "the-test"],
  ["Fixed and per query", "fixed-and-per-query"],
  ["Who can't see it?", "who-cant-see-it"],
  ["RAG: naïve, or not", "rag-naïve-or-not"],
  ["A - B", "a---b"],
  ["snake_case 2", "snake_case-2"],
])("anchors %j as GitHub does", (heading, id) => {
  expect(sectionId(heading)).toBe(id);
});

test("gives no two headings of a page the same anchor", () => {
  expect(nameSections(["A", "A", "a 1", "A-1", "?"])).toEqual(["a", "a-1", "a-1-1", "a-1-2", "section"]);
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 4 })), (headings) => {
      const ids = nameSections(headings);
      expect(new Set(ids).size).toBe(headings.length);
    }),
  );
});
