import fc from "fast-check";
import { expect, test } from "vitest";
import { DraftFilesSchema, isDraftPath, newDraft } from "#app/domain/authoring/draft.ts";
import { weightShares } from "#app/domain/authoring/form/weight-shares.ts";
import { readForm } from "#app/domain/authoring/form/read-form.ts";
import { readDraft } from "#app/domain/authoring/read-draft.ts";
import { readPages, readScenario, sectionsOf } from "#app/services/library/load-library.server.ts";
import { shippedDraft } from "#test/support/draft-files.ts";

test("a draft holds the files of a scenario's folder and no others", () => {
  expect(["scenario.md", "rubric.yaml", "hints.yaml", "calibration/strong.md"].every(isDraftPath)).toBe(true);
  const strange = [
    "",
    "a.md",
    "calibration/",
    "calibration/../x.md",
    "calibration/A.md",
    "/scenario.md",
    "Scenario.md",
  ];
  expect(
    [...strange, "calibration/a/b.md", "calibration/a.yaml", "__proto__", `calibration/${"a".repeat(200)}.md`].filter(
      isDraftPath,
    ),
  ).toEqual([]);
  expect(DraftFilesSchema.safeParse({ "../x": "a" }).success).toBe(false);
  expect(DraftFilesSchema.safeParse({ "scenario.md": "a".repeat(400_001) }).success).toBe(false);
  const names = Array.from({ length: 61 }, (_, at) => [`calibration/a${at}.md`, ""]);
  expect(DraftFilesSchema.safeParse(Object.fromEntries(names)).success).toBe(false);
  expect(DraftFilesSchema.safeParse(Object.fromEntries(names.slice(1))).success).toBe(true);
  const long = Array.from({ length: 6 }, (_, at) => [`calibration/a${at}.md`, "a".repeat(399_999)]);
  expect(DraftFilesSchema.safeParse(Object.fromEntries(long)).success).toBe(false);
});

const sections = new Set(["knowledge-or-behaviour#the-test", "answering-well#state-the-condition-that-flips-it"]);

test("a new draft reads without error, whatever it is called, and its form has its title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (title) => {
      fc.pre(title.trim() !== "");
      const files = newDraft({ title });
      const { scenario, problems } = readDraft("acme.refunds", files, { sections });
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(scenario?.title).toBe(title.trim());
      expect(readForm(files).form?.criteria).toHaveLength(1);
    }),
    { numRuns: 25 },
  );
});

async function shippedSections(): Promise<ReadonlySet<string>> {
  const pages = await readPages("content");
  return sectionsOf(pages.flatMap(({ page }) => (page ? [page] : [])));
}

test("a draft is read as the folder it came from is", async () => {
  const { read } = await readScenario("scenarios", "brand-voice");
  const draft = readDraft("brand-voice", await shippedDraft("brand-voice"), { sections: await shippedSections() });
  expect(draft).toEqual({
    scenario: read?.scenario,
    calibration: read?.calibration,
    diagrams: read?.diagrams,
    problems: [],
  });
});

test("problems name the files of a draft without a folder, study references that lead nowhere among them", () => {
  const files = {
    ...newDraft({ title: "Refunds" }),
    "calibration/strong.md": "nothing",
    "calibration/weak.md": "---\nband: x\n---\n",
  };
  const { problems } = readDraft("acme.refunds", files, { sections: new Set() });
  const errors = problems.filter(({ severity }) => severity === "error").map(({ file, field }) => `${file} ${field}`);
  expect(errors).toContain("calibration/strong.md front matter");
  expect(errors).toContain("calibration/weak.md band");
  expect(errors).toContain("rubric.yaml criteria[0].checks[0].study");
  expect(readDraft("acme.refunds", {}, { sections: new Set() }).problems.map(({ file }) => file)).toEqual([
    "scenario.md",
    "rubric.yaml",
  ]);
});

test("an answer that a model drafted needs no verdicts yet, and counts as no labelled answer of its kind", () => {
  const drafted =
    "---\nauthor: Ada\nband: strong\ndrafted: a model\nverdicts: {}\n---\n\n## Candidate\n\nI would ask first.\n";
  const files = { ...newDraft({ title: "Refunds" }), "calibration/strong.md": drafted };
  const { calibration, problems } = readDraft("acme.refunds", files, { sections });
  expect(calibration.map(({ labels }) => labels.drafted)).toEqual(["a model"]);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(problems.map(({ field }) => field)).toContain("strong.md");
  const labelled = { ...files, "calibration/strong.md": drafted.replace("drafted: a model\n", "") };
  const missing = readDraft("acme.refunds", labelled, { sections }).problems;
  expect(missing.filter(({ severity }) => severity === "error")).toHaveLength(2);
});

test("weights and points are shown as shares of the whole", () => {
  const shares = weightShares([
    { weight: 60, checks: [{ points: 3 }, { points: 1 }] },
    { weight: 20, checks: [{ points: 2 }] },
  ]);
  expect(shares).toEqual([
    { percent: 75, checks: [56.25, 18.75] },
    { percent: 25, checks: [25] },
  ]);
  expect(weightShares([{ weight: Number.NaN, checks: [{ points: -1 }] }])).toEqual([{ percent: 0, checks: [0] }]);
  fc.assert(
    fc.property(
      fc.array(fc.record({ weight: fc.integer({ min: 1 }), checks: fc.array(fc.record({ points: fc.nat() })) })),
      (criteria) => {
        const total = weightShares(criteria).reduce((sum, { percent }) => sum + percent, 0);
        expect(total).toBeCloseTo(criteria.length === 0 ? 0 : 100);
      },
    ),
  );
});
