import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "#app/env.server.ts";
import { findDanglingLinks } from "#app/domain/content/dangling-links.ts";
import type { Ledger } from "#app/domain/content/figures-parse.ts";
import { findUnfoundedNumbers } from "#app/domain/content/figures-unfounded.ts";
import type { Term } from "#app/domain/content/glossary.ts";
import { readMarkdown, walk } from "#app/domain/content/markdown.ts";
import { parseStudyPage } from "#app/domain/content/parse.ts";
import { findDanglingPlaceLinks } from "#app/domain/content/place-link.ts";
import type { StudyPage, WrittenDiagram } from "#app/domain/content/schema.ts";
import {
  missingKinds,
  mixedHalves,
  parseCalibrationAnswer,
  type CalibrationAnswer,
} from "#app/domain/grading/calibration/calibration.ts";
import { findDanglingDrills, type Drill } from "#app/domain/practice/drill.ts";
import { parseScenario } from "#app/domain/scenarios/parse.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import type { Rubric, Scenario } from "#app/domain/scenarios/schema.ts";
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

/** The labelled answers of a scenario, and the kinds of answer there are files for. */
async function readCalibration(root: string, slug: string, rubric: Rubric | null) {
  const paths = (await listDirectory(join(root, slug, "calibration"))).filter((path) => path.endsWith(".md"));
  const { files, problems } = await readFiles(root, paths);
  const read = files.map((file) => parseCalibrationAnswer(file, rubric));
  const calibration = read.flatMap(({ answer }) => answer ?? []);
  return {
    calibration,
    kinds: paths.map((path) => path.replace(/^.*[\\/]|\.md$/g, "")),
    problems: [...problems, ...read.flatMap((each) => each.problems), ...mixedHalves(slug, calibration)],
  };
}

/** Reads one scenario folder. */
export async function readScenario(root: string, slug: string): Promise<ReadScenario> {
  const paths = await listDirectory(join(root, slug));
  const own = await readFiles(
    root,
    paths.filter((path) => /(?:^|[\\/])(scenario\.md|rubric\.yaml|hints\.yaml)$/.test(path)),
  );
  const { scenario, problems } = parseScenario(slug, own.files);
  // A file that cannot be read is not missing.
  const unread = new Set(own.problems.map(({ file }) => file));
  const named = problems
    .map((problem) => ({ ...problem, file: withFolder(slug, problem.file) }))
    .filter(({ file }) => !unread.has(file));
  const { calibration, kinds, problems: mislabelled } = await readCalibration(root, slug, scenario?.rubric ?? null);
  const found = [...own.problems, ...named, ...mislabelled];
  if (!scenario) return { read: null, problems: found };
  const diagrams = findDiagrams(own.files.find(({ file }) => file.endsWith("scenario.md"))?.text ?? "");
  const read = { scenario, hash: hashOf(scenario), rubricHash: hashOf(scenario.rubric), calibration, diagrams };
  return { read, problems: [...found, ...missingKinds(slug, kinds)] };
}

/** Every Mermaid block of a Markdown file with the line its source begins at. */
function findDiagrams(markdown: string): WrittenDiagram[] {
  return [...walk(readMarkdown(markdown))].flatMap((node) =>
    node.type === "code" && node.lang === "mermaid"
      ? [{ source: node.value, line: (node.position?.start.line ?? 0) + 1 }]
      : [],
  );
}

/** A file that is missing has no path of its own yet. */
function withFolder(slug: string, file: string): string {
  return file.startsWith(`${slug}/`) || file === slug ? file : `${slug}/${file}`;
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

/** Study references of a scenario that lead nowhere. The scenario is served all the same: only a link is missing. */
export function findDanglingReferences({ scenario }: LibraryScenario, sections: ReadonlySet<string>): Problem[] {
  return scenario.rubric.criteria.flatMap((criterion, at) =>
    criterion.checks
      .map((check, nth) => ({ study: check.study, field: `criteria[${at}].checks[${nth}].study` }))
      .concat(
        criterion.redFlags.flatMap(({ study }, nth) =>
          study ? [{ study, field: `criteria[${at}].redFlags[${nth}].study` }] : [],
        ),
      )
      .filter(({ study }) => !sections.has(study))
      .map(({ study, field }) => ({
        file: `${scenario.slug}/rubric.yaml`,
        field,
        message: `leads to a section that does not exist: ${study}`,
        severity: "error" as const,
      })),
  );
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
    ...served.flatMap((each) => findDanglingReferences(each, sections)),
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

/** Every situation that is served: what an answer may have been written for. */
export async function listSituations(): Promise<Scenario[]> {
  return (await loadLibrary()).scenarios.map(({ scenario }) => scenario);
}
