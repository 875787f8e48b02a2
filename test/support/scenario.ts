import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { stringify } from "yaml";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import type { WrittenFile } from "#app/domain/scenarios/written-file.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

// Small scenarios, as the domain sees them and as an author leaves them on disk.

export function makeScenario(changes: Partial<Scenario> = {}): Scenario {
  return { ...structuredClone(gradedScenario), ...changes };
}

/** The files of a scenario's folder: two, and a third where there are hints. */
export function writtenScenario({ slug, brief, rubric, hints, ...frontMatter }: Scenario): WrittenFile[] {
  const hasHints = Object.keys(hints).length > 0;
  return [
    { file: `${slug}/scenario.md`, text: `---\n${stringify(frontMatter)}---\n\n${brief}\n` },
    { file: `${slug}/rubric.yaml`, text: stringify(rubric) },
    ...(hasHints ? [{ file: `${slug}/hints.yaml`, text: stringify(hints) }] : []),
  ];
}

/** Writes files below a directory, folders included. */
export async function writeFiles(root: string, files: readonly WrittenFile[]): Promise<void> {
  for (const { file, text } of files) {
    await mkdir(join(root, file, ".."), { recursive: true });
    await writeFile(join(root, file), text);
  }
}

/** A study page with the given headings. */
export function writtenPage(slug: string, headings: readonly string[]): WrittenFile {
  const frontMatter = stringify({
    title: slug,
    keyIdea: "One idea.",
    part: "start",
    order: 1,
    minutes: 2,
    sources: [],
  });
  const body = headings.map((heading) => `## ${heading}\n\nSome words.\n`).join("\n");
  return { file: `${slug}.md`, text: `---\n${frontMatter}---\n\n${body}` };
}

/** The pages that `makeScenario` sends people to. */
export const studyPages = [
  writtenPage("knowledge-or-behaviour", ["The test", "Freshness"]),
  writtenPage("latency", ["Prompt length"]),
];

export type TestLibrary = { scenariosDir: string; contentDir: string };

/**
 * A library in a directory of its own, for a test file to call before its first service: the settings that name it are
 * read once. It is gone after the tests of the file.
 */
export async function useTestLibrary(...scenarios: Scenario[]): Promise<TestLibrary> {
  const root = await mkdtemp(join(tmpdir(), "tradeoff-library-"));
  afterAll(() => rm(root, { recursive: true, force: true }));
  const library = { scenariosDir: join(root, "scenarios"), contentDir: join(root, "content") };
  await writeFiles(library.scenariosDir, scenarios.flatMap(writtenScenario));
  await writeFiles(library.contentDir, studyPages);
  process.env.SCENARIOS_DIR = library.scenariosDir;
  process.env.CONTENT_DIR = library.contentDir;
  return library;
}
