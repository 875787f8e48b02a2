import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findMissingPlaces, parseCoverage, type Coverage, type KnownPlaces } from "#app/domain/content/coverage.ts";
import { parseFigures, type Ledger } from "#app/domain/content/figures-parse.ts";
import { findDanglingTerms, parseGlossary, type Term } from "#app/domain/content/glossary.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import type { WrittenFile } from "#app/domain/scenarios/written-file.ts";

export const ledgerFiles = ["figures.yaml", "contradictions.yaml", "glossary.yaml", "coverage.yaml"] as const;

export type ReadLedger = Ledger & {
  terms: Term[];
  coverage: Coverage | null;
  /** The directory that each file was read from, by the file's name. */
  directories: ReadonlyMap<string, string>;
  problems: Problem[];
};

/**
 * Reads the lists beside the study pages: figures, contradictions, glossary and coverage. Each file is read from the
 * first of the directories that has it; one that none has is empty.
 */
export async function readLedger(...directories: string[]): Promise<ReadLedger> {
  const found = await Promise.all(ledgerFiles.map((name) => readFirst(name, directories)));
  const files = found.flatMap((each) => each?.written ?? []);
  const { problems, ...parsed } = parseLists(files);
  return {
    ...parsed,
    directories: new Map(found.flatMap((each) => (each ? [[each.file, each.directory] as const] : []))),
    problems: [...found.flatMap((each) => each?.problems ?? []), ...problems],
  };
}

type ParsedLists = Omit<ReadLedger, "directories">;

let latest: { text: string; lists: ParsedLists } | null = null;

/** Hundreds of entries take a while to parse, and in development the same files are read at every request. */
function parseLists(files: readonly WrittenFile[]): ParsedLists {
  const text = JSON.stringify(files);
  if (latest?.text !== text) latest = { text, lists: parseAnew(files) };
  return latest.lists;
}

function parseAnew(files: readonly WrittenFile[]): ParsedLists {
  const glossary = files.find(({ file }) => file === "glossary.yaml");
  const coverage = files.find(({ file }) => file === "coverage.yaml");
  const { figures, contradictions, problems: miscounted } = parseFigures(files);
  const { terms, problems: misworded } = glossary ? parseGlossary(glossary) : { terms: [], problems: [] };
  const covered = coverage ? parseCoverage(coverage) : { coverage: null, problems: [] };
  const problems = [...miscounted, ...misworded, ...covered.problems];
  return { figures, contradictions, terms, coverage: covered.coverage, problems };
}

type FoundFile = { file: string; directory: string; written: WrittenFile | null; problems: Problem[] };

async function readFirst(file: string, directories: readonly string[]): Promise<FoundFile | null> {
  for (const directory of directories) {
    const text = await readFile(join(directory, file), "utf8").catch((error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" ? null : error,
    );
    if (typeof text === "string") return { file, directory, written: { file, text }, problems: [] };
    if (text === null) continue;
    const problem: Problem = { file, field: "the whole file", message: "cannot be read", severity: "error" };
    return { file, directory, written: null, problems: [problem] };
  }
  return null;
}

/** Terms and rows of the coverage that lead nowhere, which only the whole library can tell. */
export function findDanglingPlaces({ terms, coverage }: ReadLedger, places: KnownPlaces): Problem[] {
  return [
    ...findDanglingTerms(terms, { file: "glossary.yaml", sections: places.page }),
    ...(coverage ? findMissingPlaces(coverage, { file: "coverage.yaml", places }) : []),
  ];
}
