import { expect, test } from "vitest";
import { parseScenario } from "#app/domain/scenarios/parse.ts";
import { RubricSchema, titleOf, titleOfCriterion } from "#app/domain/scenarios/schema.ts";
import type { WrittenFile } from "#app/domain/scenarios/written-file.ts";
import { makeScenario, writtenScenario } from "#test/support/scenario.ts";

const description = `---
title: "Menus out of date"
summary: "A chain of canteens wants its menus answered for."
level: foundation
minutes: 15
competencies: [decision]
sources: ["S0:385"]
facts:
  - { id: canteens, label: "Canteens", value: 40 }
hiddenFacts:
  - { id: allergens, asks: ["Who checks the allergens?"], answer: "The kitchens do." }
positions:
  - { approach: rag, strength: best, when: "Menus change every day." }
opening: "What do you build?"
---

Forty canteens print their menus in the morning.
`;

const rubric = `criteria:
  - id: decision
    competency: decision
    weight: 100
    levels: { 0: none, 1: little, 2: half, 3: most, 4: all }
    checks:
      - id: looks-menus-up
        points: 2
        asks: "Does the candidate look the menus up?"
        met:
          - "The menu of the day is fetched when somebody asks."
          - "I would read the menu from the kitchen at question time."
        notMet:
          - "The menus are trained in overnight."
          - "Menus matter to everybody."
        probe: "It is noon and the soup is gone. What happens?"
        study: knowledge-or-behaviour#freshness
`;

function files(changes: { description?: string; rubric?: string } = {}): WrittenFile[] {
  return [
    { file: "menus/scenario.md", text: changes.description ?? description },
    { file: "menus/rubric.yaml", text: changes.rubric ?? rubric },
  ];
}

const errorsOf = (written: WrittenFile[], slug = "menus") =>
  parseScenario(slug, written).problems.filter(({ severity }) => severity === "error");

test("a small scenario with two phrasings a check and no titles has no errors, only warnings of depth", () => {
  const { scenario, problems } = parseScenario("menus", files());
  expect(scenario).toMatchObject({
    slug: "menus",
    brief: "Forty canteens print their menus in the morning.",
    diagramRules: [],
    rubric: { criteria: [{ redFlags: [], checks: [{ met: expect.any(Array), notMet: expect.any(Array) }] }] },
  });
  expect(problems.map(({ severity, file, field }) => `${severity} ${file} ${field}`).sort()).toEqual([
    "warning menus/rubric.yaml criteria",
    "warning menus/rubric.yaml criteria[0].checks",
    "warning menus/rubric.yaml criteria[0].checks[0].met",
    "warning menus/scenario.md body",
  ]);
});

test("what is written from a scenario is read back as the same scenario", () => {
  const scenario = makeScenario();
  expect(parseScenario(scenario.slug, writtenScenario(scenario)).scenario).toEqual(scenario);
});

/** The description without what a situation has and a page of code need not have. */
const bareDescription = description.replace(/hiddenFacts:[\s\S]*?(?=opening:)/, "");

test("only a code-reading exercise may leave positions and hidden facts out", () => {
  const named = (text: string) => errorsOf(files({ description: text })).map(({ field, message }) => `${field} ${message}`);
  expect(named(bareDescription)).toEqual(["hiddenFacts is missing", "positions is missing"]);
  expect(named(bareDescription.replace("opening:", "hiddenFacts: []\npositions: []\nopening:"))).toEqual([
    "positions needs at least 1",
  ]);
  const reading = bareDescription.replace("level:", "kind: code-reading\nlevel:");
  expect(parseScenario("menus", files({ description: reading })).scenario).toMatchObject({
    kind: "code-reading",
    hiddenFacts: [],
    positions: [],
  });
  expect(named(reading.replace("level: foundation", "level: expert"))).toEqual([
    "level must be one of foundation, practitioner, senior",
  ]);
});

test("a scenario says how many questions follow the opening, four unless it says otherwise", () => {
  const asking = (line: string) => files({ description: description.replace("minutes: 15", `minutes: 15\n${line}`) });
  expect(parseScenario("menus", files()).scenario?.followUps).toBe(4);
  expect(parseScenario("menus", asking("followUps: 2")).scenario?.followUps).toBe(2);
  for (const wrong of ["5", "-1", "1.5", "some"]) {
    expect(errorsOf(asking(`followUps: ${wrong}`))).toMatchObject([{ field: "followUps" }]);
  }
  expect(errorsOf(asking("followUps: 5"))).toMatchObject([{ message: "must be a whole number from 0 to 4" }]);
});

test("five mistakes in two files are named all five, with file and field", () => {
  const written = files({
    description: description.replace("level: foundation", "level: expert").replace('opening: "What do you build?"\n', ""),
    rubric: rubric
      .replace("points: 2", "points: eleven")
      .replace("study: knowledge-or-behaviour#freshness", "study: freshness")
      .replace("competency: decision", "competency: deciding"),
  });
  const { scenario } = parseScenario("menus", written);
  expect(scenario).toBeNull();
  expect(errorsOf(written).map(({ file, field, message }) => `${file} ${field} ${message}`)).toEqual([
    "menus/scenario.md level must be one of foundation, practitioner, senior",
    "menus/scenario.md opening is missing",
    expect.stringMatching(/^menus\/rubric\.yaml criteria\[0\]\.competency must be one of framing, decision, /),
    "menus/rubric.yaml criteria[0].checks[0].points must be a number",
    "menus/rubric.yaml criteria[0].checks[0].study must be page#section, as evaluation#set-the-bar",
  ]);
});

test("a field that is not known is named where it stands", () => {
  const written = files({
    description: description.replace("minutes: 15", "minutes: 15\nminute: 15"),
    rubric: rubric.replace("points: 2", "points: 2\n        weight: 3"),
  });
  expect(errorsOf(written).map(({ file, field, message }) => `${file} ${field} ${message}`)).toEqual([
    "menus/scenario.md the whole file has a field that is not known: minute",
    "menus/rubric.yaml criteria[0].checks[0] has a field that is not known: weight",
  ]);
});

test("broken YAML is named with its line in the file", () => {
  const written = files({
    description: description.replace('title: "Menus out of date"', 'title: "Menus out of date'),
    rubric: rubric.replace("    weight: 100", "   weight: 100"),
  });
  const errors = errorsOf(written);
  expect(errors.find(({ file }) => file === "menus/scenario.md")).toMatchObject({
    field: expect.stringMatching(/^line \d+$/),
    message: expect.stringMatching(/^is not valid YAML: /),
  });
  // Line 4 of the rubric is the one that is indented by three.
  expect(errors.filter(({ file }) => file === "menus/rubric.yaml").map(({ field }) => field)).toContain("line 4");
});

test("a line of broken front matter counts the line of dashes above it", () => {
  const [problem] = errorsOf(files({ description: description.replace("level: foundation", "level: [foundation") }));
  expect(problem?.field).toBe("line 5");
});

test("a repeated check is named at its second place, and checks share their names with red flags", () => {
  const flag = `
    redFlags:
      - { id: looks-menus-up, minus: 1, asks: "Does the candidate guess?", met: ["I would guess the menu."] }
`;
  expect(errorsOf(files({ rubric: rubric + flag }))).toEqual([
    {
      file: "menus/rubric.yaml",
      field: "criteria[0].redFlags[0].id",
      message: "is used twice: looks-menus-up",
      severity: "error",
    },
  ]);
});

test("a repeated criterion is named", () => {
  const twice = rubric + rubric.replace("criteria:\n", "").replaceAll("looks-menus-up", "looks-again");
  expect(errorsOf(files({ rubric: twice }))).toMatchObject([
    { field: "criteria[1].id", message: "is used twice: decision" },
  ]);
});

test("a missing file, a missing brief and a folder that is no address are named", () => {
  expect(errorsOf([files()[0] as WrittenFile])).toMatchObject([{ file: "rubric.yaml", message: "is missing" }]);
  expect(errorsOf([files()[1] as WrittenFile])).toMatchObject([{ file: "scenario.md", message: "is missing" }]);
  const briefless = files({ description: description.slice(0, description.lastIndexOf("---") + 4) });
  expect(errorsOf(briefless)).toMatchObject([{ file: "menus/scenario.md", field: "body" }]);
  expect(errorsOf(files(), "Menus of 2026")).toMatchObject([{ file: "Menus of 2026", field: "folder name" }]);
});

test("a file that does not begin with front matter says how it must begin", () => {
  expect(errorsOf(files({ description: "# Menus\n\n---\ntitle: x\n---\n" }))).toMatchObject([
    { field: "front matter", message: "must begin with a line --- and end with a line ---" },
  ]);
});

test("Windows line ends and a byte order mark change nothing", () => {
  const written = files({ description: `\ufeff${description.replaceAll("\n", "\r\n")}` });
  expect(parseScenario("menus", written).scenario).toEqual(parseScenario("menus", files()).scenario);
});

test("aliases that would unfold to gigabytes are a problem of their file", () => {
  const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
  for (const [name, before] of ["ba", "cb", "dc", "ed", "fe", "gf"].map((pair) => pair.split(""))) {
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(",")}]`);
  }
  expect(errorsOf(files({ rubric: bomb.join("\n") }))).toMatchObject([
    { file: "menus/rubric.yaml", message: expect.stringMatching(/^is not valid YAML: .*alias/i) },
  ]);
  expect(errorsOf(files({ rubric: "criteria: *nowhere\n" }))).toMatchObject([{ file: "menus/rubric.yaml" }]);
});

test("a check goes by its title or by its id as words, a criterion by its title or its competency", () => {
  expect(titleOf({ id: "looks-menus-up" })).toBe("Looks menus up");
  expect(titleOf({ id: "looks-menus-up", title: "Fetches the menu" })).toBe("Fetches the menu");
  expect(titleOfCriterion({ competency: "decision" })).toBe("Deciding conditions");
  expect(titleOfCriterion({ competency: "decision", title: "Decides" })).toBe("Decides");
});

test("texts and lists have bounds that nobody needs, told at their field", () => {
  const times = (count: number, make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at));
  const phrasings = times(30, (at) => `          - "Menu ${at}."\n`).join("");
  const facts = times(60, (at) => `  - { id: f-${at}, label: "F", value: 1 }\n`).join("");
  const told = (changes: Parameters<typeof files>[0]) =>
    errorsOf(files(changes)).map(({ field, message }) => `${field} ${message}`);
  expect(told({ rubric: rubric.replace("It is noon", "x".repeat(2_001)) })).toEqual([
    "criteria[0].checks[0].probe may be at most 2,000 characters long",
  ]);
  expect(told({ rubric: rubric.replace("        notMet:", `${phrasings}        notMet:`) })).toEqual([
    "criteria[0].checks[0].met may hold at most 30",
  ]);
  expect(told({ description: description.replace("hiddenFacts:", `${facts}hiddenFacts:`) })).toEqual([
    "facts may hold at most 60",
  ]);
  expect(told({ description: description + "x".repeat(40_001) })).toEqual([
    "body may be at most 40,000 characters long",
  ]);
});

test("a rubric has bounds as a whole: its phrasings are compared with each other", () => {
  const { scenario } = parseScenario("menus", files());
  const [criterion] = scenario?.rubric.criteria ?? [];
  const [check] = criterion?.checks ?? [];
  if (!criterion || !check) throw new Error("The rubric has a check.");
  const rubricOf = (checks: number, phrasings: number) => ({
    criteria: Array.from({ length: 10 }, (_criterion, nth) => ({
      ...criterion,
      checks: Array.from({ length: checks }, (_check, at) => ({
        ...check,
        id: `check-${nth}-${at}`,
        met: Array.from({ length: phrasings }, (_phrasing, which) => `Said ${which}`),
        notMet: [],
      })),
    })),
  });
  const refusalsOf = (value: unknown) => RubricSchema.safeParse(value).error?.issues.map(({ message }) => message);
  expect(refusalsOf(rubricOf(12, 8))).toBeUndefined();
  expect(refusalsOf(rubricOf(13, 1))).toEqual(["may hold at most 120 checks and red flags in all"]);
  expect(refusalsOf(rubricOf(12, 9))).toEqual(["may hold at most 1000 phrasings in all"]);
});
