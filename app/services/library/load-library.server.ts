import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "#app/env.server.ts";
import { findDanglingReferences } from "#app/domain/authoring/dangling-references.ts";
import { readScenarioFiles } from "#app/domain/authoring/read-draft.ts";
import { findDanglingLinks } from "#app/domain/content/dangling-links.ts";
import type { Ledger } from "#app/domain/content/figures-parse.ts";
import { findUnfoundedNumbers } from "#app/domain/content/figures-unfounded.ts";
import type { Term } from "#app/domain/content/glossary.ts";
import { parseStudyPage } from "#app/domain/content/parse.ts";
import { findDanglingPlaceLinks } from "#app/domain/content/place-link.ts";
import type { StudyPage, WrittenDiagram } from "#app/domain/content/schema.ts";
import type { CalibrationAnswer } from "#app/domain/grading/calibration/calibration.ts";
import { findDanglingDrills, type Drill } from "#app/domain/practice/drill.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import type { WrittenFile } from "#app/domain/scenarios/written-file.ts";
import { knownPlaces } from "./known-places.server.ts";
import { readDrills } from "./read-drills.server.ts";
import { findDanglingPlaces, readLedger } from "./read-ledger.server.ts";

export type LibraryScenario = {
  scenario: Scenario;
  hash: string;
  rubricHash: string;
  calibration: CalibrationAnswer[];
  /** Of the brief, with the line of scenario.md at which the source of each begins. */
  diagrams: WrittenDiagram[];
};

/** `read` is null where the scenario cannot be served. */
export type ReadScenario = { read: LibraryScenario | null; problems: Problem[] };

export type ReadPage = ReturnType<typeof parseStudyPage>;

export type Library = Ledger & {
  scenarios: LibraryScenario[];
  pages: StudyPage[];
  terms: Term[];
  drills: Drill[];
  problems: Problem[];
};

export type LibraryRoots = { scenariosDir: string; contentDir: string };

/** SHA-256 of a value's JSON, as hexadecimal; the same content gives the same hash on every machine. */
export function hashOf(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

async function listDirectory(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries.map(({ name, parentPath }) => join(parentPath, name)).sort();
}

/** Files named by their path below `root`; one that cannot be read is a problem like any other. */
async function readFiles(
  root: string,
  paths: readonly string[],
): Promise<{ files: WrittenFile[]; problems: Problem[] }> {
  const read = await Promise.all(
    paths.map(async (path) => ({
      file: path.slice(root.length + 1),
      text: await readFile(path, "utf8").catch(() => null),
    })),
  );
  return {
    files: read.flatMap(({ file, text }) => (text === null ? [] : [{ file, text }])),
    problems: read
      .filter(({ text }) => text === null)
      .map(({ file }) => ({ file, field: "the whole file", message: "cannot be read", severity: "error" })),
  };
}

const scenarioFile = /(?:^|[\\/])(?:scenario\.md|rubric\.yaml|hints\.yaml)$/;

/** Reads one scenario folder; problems name its files with the folder. */
export async function readScenario(root: string, slug: string): Promise<ReadScenario> {
  const folder = join(root, slug);
  const paths = [
    ...(await listDirectory(folder)).filter((path) => scenarioFile.test(path)),
    ...(await listDirectory(join(folder, "calibration"))).filter((path) => path.endsWith(".md")),
  ];
  const { files, problems: unread } = await readFiles(folder, paths);
  const { scenario, calibration, diagrams, problems } = readScenarioFiles(slug, files);
  const found = [...unread, ...problems.filter((problem) => !isUnread(problem, unread))].map((problem) => ({
    ...problem,
    file: withFolder(slug, problem.file),
  }));
  if (!scenario) return { read: null, problems: found };
  const read = { scenario, hash: hashOf(scenario), rubricHash: hashOf(scenario.rubric), calibration, diagrams };
  return { read, problems: found };
}

/** A file that cannot be read is not missing. */
function isUnread({ file, field }: Problem, unread: readonly Problem[]): boolean {
  return unread.some((each) => each.file === file || each.file === `${file}/${field}`);
}

/** What is wrong with the folder's own name has no file. */
function withFolder(slug: string, file: string): string {
  return file === slug ? file : `${slug}/${file}`;
}

export async function readScenarios(root: string): Promise<ReadScenario[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch((cause: unknown) => {
    throw new Error(`${root} cannot be read: SCENARIOS_DIR must name the folder of the scenarios.`, { cause });
  });
  const slugs = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  return Promise.all(slugs.sort().map((slug) => readScenario(root, slug)));
}

export async function readPages(root: string): Promise<ReadPage[]> {
  const paths = (await listDirectory(root)).filter((path) => path.endsWith(".md"));
  const { files, problems } = await readFiles(root, paths);
  return [...files.map(parseStudyPage), ...(problems.length > 0 ? [{ page: null, problems }] : [])];
}

/** Study references that lead nowhere. The scenario is served all the same: only a link is missing. */
export function danglingReferencesOf({ scenario }: LibraryScenario, sections: ReadonlySet<string>): Problem[] {
  return findDanglingReferences(scenario, sections).map((problem) => ({
    ...problem,
    file: withFolder(scenario.slug, problem.file),
  }));
}

/** `page#section` of every section there is. */
export function sectionsOf(pages: readonly StudyPage[]): Set<string> {
  return new Set(pages.flatMap((page) => page.sections.map(({ id }) => `${page.slug}#${id}`)));
}

/** Reads everything that is written on disk. Nothing throws for what is in a file: its problems are in the result. */
export async function readLibrary({ scenariosDir, contentDir }: LibraryRoots): Promise<Library> {
  const [scenarios, pages, ledger, { drills, problems: misdrilled }] = await Promise.all([
    readScenarios(scenariosDir),
    readPages(contentDir),
    readLedger(contentDir),
    readDrills(contentDir),
  ]);
  const served = scenarios.flatMap(({ read }) => (read ? [read] : []));
  const studied = pages.flatMap(({ page }) => (page ? [page] : [])).sort((a, b) => a.order - b.order);
  const sections = sectionsOf(studied);
  const slugs = new Set(served.map(({ scenario }) => scenario.slug));
  const places = await knownPlaces({ ledger, sections, scenarios: slugs });
  const problems = [
    ...scenarios.flatMap((each) => each.problems),
    ...pages.flatMap((each) => each.problems),
    ...served.flatMap((each) => danglingReferencesOf(each, sections)),
    ...ledger.problems,
    ...misdrilled,
    ...findDanglingDrills(drills, sections),
    ...studied.flatMap((page) => findUnfoundedNumbers(page, ledger.figures)),
    ...findDanglingLinks(studied),
    ...findDanglingPlaceLinks(studied, places),
    ...findDanglingPlaces(ledger, places),
  ];
  const { figures, contradictions, terms } = ledger;
  return { scenarios: served, pages: studied, figures, contradictions, terms, drills, problems };
}

let loaded: Promise<Library> | null = null;

/** The library that is served: read once in production, anew at every call in development, so that authors see edits. */
export function loadLibrary(): Promise<Library> {
  if (process.env.NODE_ENV === "development") return readLibrary(env());
  loaded ??= readLibrary(env());
  return loaded;
}

/** One scenario of it: in development without reading all the others. The slug is one that was checked to be such. */
export async function findShipped(slug: string): Promise<LibraryScenario | null> {
  if (process.env.NODE_ENV === "development") return (await readScenario(env().scenariosDir, slug)).read;
  return (await loadLibrary()).scenarios.find(({ scenario }) => scenario.slug === slug) ?? null;
}

/** Every situation that is served: what an answer may have been written for. */
export async function listSituations(): Promise<Scenario[]> {
  return (await loadLibrary()).scenarios.map(({ scenario }) => scenario);
}
