import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { LintFinding } from "#app/domain/authoring/lint/lint-finding.ts";
import { lintRubric } from "#app/domain/authoring/lint/lint-rubric.ts";
import { findDanglingLinks } from "#app/domain/content/dangling-links.ts";
import { findDanglingPlaceLinks } from "#app/domain/content/place-link.ts";
import { findUnfoundedNumbers } from "#app/domain/content/figures-unfounded.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";
import { drillsFile, findDanglingDrills } from "#app/domain/practice/drill.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { env } from "#app/env.server.ts";
import { knownPlaces } from "./known-places.server.ts";
import { checkDiagrams } from "./check-diagrams.server.ts";
import { readDrills } from "./read-drills.server.ts";
import { findDanglingPlaces, ledgerFiles, readLedger, type ReadLedger } from "./read-ledger.server.ts";
import {
  danglingReferencesOf,
  readPages,
  readScenario,
  readScenarios,
  sectionsOf,
  type ReadPage,
  type ReadScenario,
} from "./load-library.server.ts";

export type CheckedLibrary =
  | {
      ok: true;
      scenarios: number;
      pages: number;
      figures: number;
      problems: Problem[];
      /** What the rubrics could do better; empty where nobody asked. */
      findings: LintFinding[];
    }
  | { ok: false; message: string };

/** `written` are the directories with study pages, a ledger or both. */
type Found = { scenarios: ReadScenario[]; pages: ReadPage[]; written: string[] };

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

/** A directory is one scenario, a folder of scenarios, or one of study pages and ledger; what is in it decides. */
async function readDirectory(directory: string): Promise<Found | string> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => null);
  if (!entries) return `${directory} is not a directory that can be read.`;
  const names = entries.map(({ name }) => name);
  if (names.includes("scenario.md") || names.includes("rubric.yaml")) {
    return { scenarios: [await readScenario(dirname(directory), basename(directory))], pages: [], written: [] };
  }
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const holdsScenarios = await Promise.all(
    folders.map(async (name) => {
      const inside = ["scenario.md", "rubric.yaml"].map((file) => isFile(join(directory, name, file)));
      return (await Promise.all(inside)).some(Boolean);
    }),
  );
  if (holdsScenarios.some(Boolean)) return { scenarios: await readScenarios(directory), pages: [], written: [] };
  const isWritten = (name: string) =>
    name.endsWith(".md") || name === drillsFile || ledgerFiles.some((file) => file === name);
  if (names.some(isWritten)) return { scenarios: [], pages: await readPages(directory), written: [directory] };
  return `${directory} holds neither scenarios nor study pages.`;
}

async function problemsOf({ scenarios, pages }: Found, sections: ReadonlySet<string>): Promise<Problem[]> {
  const served = pages.flatMap(({ page }) => (page ? [page] : []));
  const problems = [
    ...scenarios.flatMap((each) => each.problems),
    ...scenarios.flatMap(({ read }) => (read ? danglingReferencesOf(read, sections) : [])),
    ...pages.flatMap((each) => each.problems),
  ];
  for (const { read } of scenarios) {
    if (read) problems.push(...(await checkDiagrams(`${read.scenario.slug}/scenario.md`, read.diagrams)));
  }
  for (const page of served) problems.push(...(await checkDiagrams(`${page.slug}.md`, page.diagrams)));
  return problems;
}

/**
 * The problems of the ledger in the checked directories, and what the checked pages say that rests on no entry or leads
 * to no place.
 */
async function problemsOfLedger(
  ledger: ReadLedger,
  { found, checked, pages }: { found: Found; checked: ReadonlySet<string>; pages: readonly StudyPage[] },
): Promise<Problem[]> {
  const isOwn = ({ file }: Problem) => found.written.includes(ledger.directories.get(file) ?? "");
  const own = pages.filter(({ slug }) => checked.has(`${slug}.md`));
  const numbers = own.flatMap((page) => findUnfoundedNumbers(page, ledger.figures));
  if (found.written.length === 0) return numbers;
  const scenarios = found.scenarios.length > 0 ? found.scenarios : await readScenarios(env().scenariosDir);
  const slugs = new Set(scenarios.flatMap(({ read }) => read?.scenario.slug ?? []));
  const places = await knownPlaces({ ledger, sections: sectionsOf(pages), scenarios: slugs });
  const dangling = findDanglingPlaces(ledger, places);
  return [...[...ledger.problems, ...dangling].filter(isOwn), ...numbers, ...findDanglingPlaceLinks(own, places)];
}

/** The problems of the drills in the checked directories. */
async function problemsOfDrills(written: readonly string[], sections: ReadonlySet<string>): Promise<Problem[]> {
  const read = await Promise.all(written.map(readDrills));
  return read.flatMap(({ drills, problems }) => [...problems, ...findDanglingDrills(drills, sections)]);
}

function lintScenarios({ scenarios }: Found, sections: ReadonlySet<string>): LintFinding[] {
  return scenarios.flatMap(({ read }) => {
    if (!read) return [];
    const { scenario, calibration } = read;
    const findings = lintRubric({ scenario, calibration, sections });
    return findings.map((finding) => ({ ...finding, file: `${scenario.slug}/${finding.file}` }));
  });
}

/**
 * Everything wrong with the scenarios, study pages, drills and ledger in the directories, or in the library without any. What
 * they refer to may be in the directories or in the library.
 */
export async function checkLibrary(
  directories: readonly string[],
  { lint = false }: { lint?: boolean } = {},
): Promise<CheckedLibrary> {
  const { scenariosDir, contentDir } = env();
  const chosen = (directories.length > 0 ? directories : [scenariosDir, contentDir]).map((each) => resolve(each));
  const found: Found = { scenarios: [], pages: [], written: [] };
  for (const directory of chosen) {
    const read = await readDirectory(directory);
    if (typeof read === "string") return { ok: false, message: read };
    found.scenarios.push(...read.scenarios);
    found.pages.push(...read.pages);
    found.written.push(...read.written);
  }
  const own = found.pages.flatMap(({ page }) => (page ? [page] : []));
  const checked = new Set(own.map(({ slug }) => `${slug}.md`));
  const shipped = (await readPages(contentDir)).flatMap(({ page }) => (page ? [page] : []));
  // A page or list that is checked stands for the one of that name in the library.
  const pages = [...own, ...shipped.filter(({ slug }) => !checked.has(`${slug}.md`))];
  const ledger = await readLedger(...found.written, contentDir);
  const hasOwnFigures = found.written.includes(ledger.directories.get("figures.yaml") ?? "");
  return {
    ok: true,
    scenarios: found.scenarios.filter(({ read }) => read !== null).length,
    pages: checked.size,
    figures: hasOwnFigures ? ledger.figures.length : 0,
    problems: [
      ...(await problemsOf(found, sectionsOf(pages))),
      ...findDanglingLinks(pages).filter(({ file }) => checked.has(file)),
      ...(await problemsOfDrills(found.written, sectionsOf(pages))),
      ...(await problemsOfLedger(ledger, { found, checked, pages })),
    ],
    findings: lint ? lintScenarios(found, sectionsOf(pages)) : [],
  };
}
