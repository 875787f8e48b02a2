import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { findDanglingLinks } from "#app/domain/content/dangling-links.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { env } from "#app/env.server.ts";
import { checkDiagram } from "./read-diagram.server.ts";
import {
  findDanglingReferences,
  readPages,
  readScenario,
  readScenarios,
  sectionsOf,
  type ReadPage,
  type ReadScenario,
} from "./load-library.server.ts";

export type CheckedLibrary =
  { ok: true; scenarios: number; pages: number; figures: number; problems: Problem[] } | { ok: false; message: string };

type Found = { scenarios: ReadScenario[]; pages: ReadPage[] };

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

/** A directory is one scenario, a folder of scenarios, or a folder of study pages; what is in it decides. */
async function readDirectory(directory: string): Promise<Found | string> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => null);
  if (!entries) return `${directory} is not a directory that can be read.`;
  const names = entries.map(({ name }) => name);
  if (names.includes("scenario.md") || names.includes("rubric.yaml")) {
    return { scenarios: [await readScenario(dirname(directory), basename(directory))], pages: [] };
  }
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const holdsScenarios = await Promise.all(
    folders.map(async (name) => {
      const inside = ["scenario.md", "rubric.yaml"].map((file) => isFile(join(directory, name, file)));
      return (await Promise.all(inside)).some(Boolean);
    }),
  );
  if (holdsScenarios.some(Boolean)) return { scenarios: await readScenarios(directory), pages: [] };
  if (names.some((name) => name.endsWith(".md"))) return { scenarios: [], pages: await readPages(directory) };
  return `${directory} holds neither scenarios nor study pages.`;
}

async function diagramProblems(
  file: string,
  diagrams: readonly { source: string; line: number }[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { source, line } of diagrams) {
    const checked = await checkDiagram(source);
    if (checked.ok) continue;
    const field = `line ${line + (checked.line ?? 1) - 1}`;
    problems.push({ file, field, message: `the Mermaid does not parse: ${checked.message}`, severity: "error" });
  }
  return problems;
}

async function problemsOf({ scenarios, pages }: Found, sections: ReadonlySet<string>): Promise<Problem[]> {
  const served = pages.flatMap(({ page }) => (page ? [page] : []));
  const problems = [
    ...scenarios.flatMap((each) => each.problems),
    ...scenarios.flatMap(({ read }) => (read ? findDanglingReferences(read, sections) : [])),
    ...pages.flatMap((each) => each.problems),
  ];
  for (const { read } of scenarios) {
    if (read) problems.push(...(await diagramProblems(`${read.scenario.slug}/scenario.md`, read.diagrams)));
  }
  for (const page of served) problems.push(...(await diagramProblems(`${page.slug}.md`, page.diagrams)));
  return problems;
}

/**
 * Everything wrong with the scenarios and study pages in the directories, or in the library without any. Study
 * references may lead to pages in the directories or in the library.
 */
export async function checkLibrary(directories: readonly string[]): Promise<CheckedLibrary> {
  const { scenariosDir, contentDir } = env();
  const chosen = directories.length > 0 ? directories.map((each) => resolve(each)) : [scenariosDir, contentDir];
  const found: Found = { scenarios: [], pages: [] };
  for (const directory of chosen) {
    const read = await readDirectory(directory);
    if (typeof read === "string") return { ok: false, message: read };
    found.scenarios.push(...read.scenarios);
    found.pages.push(...read.pages);
  }
  const own = found.pages.flatMap(({ page }) => (page ? [page] : []));
  const checked = new Set(own.map(({ slug }) => `${slug}.md`));
  const shipped = (await readPages(contentDir)).flatMap(({ page }) => (page ? [page] : []));
  // A page that is checked stands for the page of that name in the library.
  const pages = [...own, ...shipped.filter(({ slug }) => !checked.has(`${slug}.md`))];
  const dangling = findDanglingLinks(pages).filter(({ file }) => checked.has(file));
  return {
    ok: true,
    scenarios: found.scenarios.filter(({ read }) => read !== null).length,
    pages: checked.size,
    figures: 0,
    problems: [...(await problemsOf(found, sectionsOf(pages))), ...dangling],
  };
}
