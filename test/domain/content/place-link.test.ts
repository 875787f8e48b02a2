import { expect, test } from "vitest";
import { parseStudyPage } from "#app/domain/content/parse.ts";
import { contradictionAnchor, findDanglingPlaceLinks } from "#app/domain/content/place-link.ts";

const known = {
  page: new Set<string>(),
  scenario: new Set(["covenant-analysis"]),
  figure: new Set(["s0-total"]),
  contradiction: new Set(["C13"]),
  glossary: new Set(["hybrid"]),
  lab: new Set(["cost"]),
};

function problemsOf(body: string, labs = "[]") {
  const head = `title: Cost\nkeyIdea: An idea.\npart: start\norder: 1\nminutes: 2\nsources: []\nlabs: ${labs}`;
  const { page } = parseStudyPage({ file: "cost.md", text: `---\n${head}\n---\n\n## Sums\n\n${body}\n` });
  if (!page) throw new Error("The page has a fault of its own.");
  return findDanglingPlaceLinks([page], known, (slug) => `content/${slug}.md`);
}

test.each([
  "/figures",
  "/figures?status=dated",
  "/figures#s0-total",
  "/figures#c13",
  "/figures#volume-thresholds",
  "/glossary#hybrid",
  "/labs/cost",
  "/labs/cost?preset=s2-setup#sums",
  "/scenarios/covenant-analysis",
  "/search?q=x",
  "/",
  "https://example.org/figures#gone",
  "//example.org",
  "/learn/gone",
])("a link to %s is no concern of this check or leads somewhere", (to) => {
  expect(problemsOf(`[a](${to})`)).toEqual([]);
});

test.each(["/figures#gone", "/figures#c99", "/glossary#gone", "/labs/gone", "/scenarios/gone", "/nowhere", "/labs/"])(
  "a link to %s leads nowhere, and its line is named",
  (to) => {
    expect(problemsOf(`Yes.\n\n[a](${to})`)).toEqual([
      {
        file: "content/cost.md",
        field: "line 15",
        message: `links to a place that does not exist: ${to}`,
        severity: "error",
      },
    ]);
  },
);

test("a lab of the front matter that has no page is an error of the page", () => {
  expect(problemsOf("Yes.", "[cost]")).toEqual([]);
  expect(problemsOf("Yes.", "[cost, tuning]")).toMatchObject([
    { field: "labs", message: "names a lab that does not exist: tuning" },
  ]);
});

test("the anchor of a contradiction leads back to it", () => {
  expect(contradictionAnchor("C13")).toBe("c13");
});
