import { join } from "node:path";
import { stringify } from "yaml";
import { expect, test } from "vitest";
import { checkLibrary } from "#app/services/library/check-library.server.ts";
import { makeDrill } from "#test/support/drill.ts";
import { makeDirectory } from "#test/support/directory.ts";
import {
  makeScenario,
  studyPages,
  useTestLibrary,
  writeFiles,
  writtenPage,
  writtenScenario,
} from "#test/support/scenario.ts";

await useTestLibrary(makeScenario());

async function check(...directories: string[]) {
  const checked = await checkLibrary(directories);
  if (!checked.ok) throw new Error(checked.message);
  const errors = checked.problems.filter(({ severity }) => severity === "error");
  return { ...checked, errors: errors.map(({ file, field, message }) => `${file} ${field}: ${message}`) };
}

async function directoryWith(files: { file: string; text: string }[]): Promise<string> {
  const directory = await makeDirectory();
  await writeFiles(directory, files);
  return directory;
}

const brief = (diagram: string) => `Words.\n\n\`\`\`mermaid\n${diagram}\n\`\`\``;

test("without directories the library that is set up is checked, pages and all", async () => {
  expect(await check()).toMatchObject({ scenarios: 1, pages: 2, figures: 0, errors: [] });
});

test("a folder of scenarios, one scenario and a folder of pages are told apart by what is in them", async () => {
  const scenarios = await directoryWith(["one", "two"].flatMap((slug) => writtenScenario(makeScenario({ slug }))));
  const pages = await directoryWith(studyPages);
  expect(await check(scenarios)).toMatchObject({ scenarios: 2, pages: 0, errors: [] });
  expect(await check(join(scenarios, "two"))).toMatchObject({ scenarios: 1, pages: 0, errors: [] });
  expect(await check(pages)).toMatchObject({ scenarios: 0, pages: 2, errors: [] });
  expect(await check(scenarios, pages)).toMatchObject({ scenarios: 2, pages: 2, errors: [] });
});

test("a directory with nothing to check, and one that is not there, are refused with its name", async () => {
  const empty = await makeDirectory();
  expect(await checkLibrary([empty])).toEqual({
    ok: false,
    message: `${empty} holds neither scenarios nor study pages.`,
  });
  expect(await checkLibrary([join(empty, "gone")])).toEqual({
    ok: false,
    message: `${join(empty, "gone")} is not a directory that can be read.`,
  });
});

test("a diagram that does not parse is named with its line, in a brief and on a page", async () => {
  const scenarios = await directoryWith(
    writtenScenario(makeScenario({ brief: brief("flowchart LR\n  A --> B\n  A -->") })),
  );
  const page = writtenPage("drawn", ["Drawing"]);
  const pages = await directoryWith([
    { ...page, text: `${page.text}\n${brief("flowchart LR\n  A --> B\n  A -->")}\n` },
  ]);
  const lineOf = (text: string) => text.split("\n").findLastIndex((line) => line === "  A -->") + 1;
  const [description] = writtenScenario(makeScenario({ brief: brief("flowchart LR\n  A --> B\n  A -->") }));
  const found = [...(await check(scenarios)).errors, ...(await check(pages)).errors];
  expect(found).toEqual([
    expect.stringMatching(
      new RegExp(`^house-dialect/scenario\\.md line ${lineOf(description?.text ?? "")}: the Mermaid does not parse: `),
    ),
    expect.stringMatching(
      new RegExp(
        `^drawn\\.md line ${lineOf(`${page.text}\n${brief("flowchart LR\n  A --> B\n  A -->")}`)}: the Mermaid`,
      ),
    ),
  ]);
});

test("a page that is checked stands for the page of that name in the library", async () => {
  const page = writtenPage("latency", ["Prompt length", "A new section"]);
  const linked = { ...page, text: `${page.text}\n[there](/learn/latency#a-new-section)\n` };
  expect((await check(await directoryWith([linked]))).errors).toEqual([]);
});

test("links and references may lead to the library, and one that leads nowhere is an error", async () => {
  const page = writtenPage("more", ["Words"]);
  const links = "[there](/learn/latency#prompt-length) [nowhere](/learn/latency#gone) [no page](/learn/gone)";
  const { errors } = await check(await directoryWith([{ ...page, text: `${page.text}\n${links}\n` }]));
  expect(errors.map((error) => error.replace(/line \d+/, "line"))).toEqual([
    "more.md line: links to a section that does not exist: /learn/latency#gone",
    "more.md line: links to a page that does not exist: /learn/gone",
  ]);
});

test("drills are checked by file and field, and for what they send readers to", async () => {
  const [sound, broken] = [
    makeDrill(),
    makeDrill({ id: "two", situation: "Too short.", study: "latency#prompt-length" }),
  ];
  const lost = makeDrill({ id: "three", study: "latency#nowhere" });
  const directory = await directoryWith([{ file: "drills.yaml", text: stringify({ drills: [sound, broken, lost] }) }]);
  expect((await check(directory)).errors).toEqual([
    "drills.yaml drills[1] (two).situation: must be 40 to 70 words long, and has 2",
    "drills.yaml drills[1] (three).study: leads to a section that does not exist: latency#nowhere",
  ]);
});

test("what rubrics could do better is said to those who ask for it", async () => {
  const levels = { 0: "Nothing.", 1: "Explains it well.", 2: "Explains it very well.", 3: "Names a price.", 4: "TODO" };
  const [criterion, ...others] = makeScenario().rubric.criteria;
  if (!criterion) throw new Error("There is a criterion.");
  const scenario = makeScenario({ rubric: { criteria: [{ ...criterion, levels }, ...others] } });
  const directory = await directoryWith(writtenScenario(scenario));
  expect(await checkLibrary([directory])).toMatchObject({ findings: [] });
  const linted = await checkLibrary([directory], { lint: true });
  expect(linted).toMatchObject({
    findings: expect.arrayContaining([
      expect.objectContaining({ rule: "levels-overlap", file: "house-dialect/rubric.yaml", severity: "warning" }),
      expect.objectContaining({ rule: "level-without-descriptor", field: "criteria[0].levels.4" }),
    ]),
  });
});
