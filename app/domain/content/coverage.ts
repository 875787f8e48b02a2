/**
 * The coverage map: every item that the four sources hold, by the id of its row, and the places of the product where it
 * lives. While the file says `complete: false`, rows may be left out; a row that is there has a place, and each place
 * exists.
 */
import { z } from "zod";
import type { Problem } from "../scenarios/problem.ts";
import { holdAgainst, readYaml, type WrittenFile } from "../scenarios/written-file.ts";
import { coverageRows } from "./coverage-rows.ts";

export const placeKinds = [
  "page",
  "scenario",
  "figure",
  "contradiction",
  "procedure",
  "cost",
  "latency",
  "lab",
  "glossary",
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** `page:cost#break-even` is of kind `page` and leads to the target `cost#break-even`. */
export type Place = { kind: PlaceKind; target: string };

export type CoveredRow = { id: string; places: Place[] };

export type Coverage = { complete: boolean; rows: CoveredRow[] };

/** Every place of a kind that exists, by its target. */
export type KnownPlaces = Record<PlaceKind, ReadonlySet<string>>;

const CoverageFileSchema = z.strictObject({
  complete: z.boolean(),
  rows: z.record(z.string(), z.array(z.string())),
});

/** Reads coverage.yaml. Never throws; a row or a place that is wrong is left out and named. */
export function parseCoverage({ file, text }: WrittenFile): { coverage: Coverage | null; problems: Problem[] } {
  const { value, problems } = readYaml(file, text);
  if (problems.length > 0) return { coverage: null, problems };
  const held = holdAgainst(CoverageFileSchema, file, value);
  if (!held.value) return { coverage: null, problems: held.problems };
  const { complete, rows: written } = held.value;
  const found: Problem[] = [];
  const add = (row: string, message: string) =>
    found.push({ file, field: `rows.${row}`, message, severity: "error" as const });
  const rows = Object.entries(written).flatMap(([id, texts]): CoveredRow[] => {
    if (!known.has(id)) {
      add(id, "is no row of the material");
      return [];
    }
    if (texts.length === 0) add(id, "has no place: name one, or leave the row out while complete is false");
    const places = texts.map(readPlace);
    for (const [at, place] of places.entries()) {
      if (!place) add(id, `is no place: "${texts[at]}"; write one as page:cost#break-even (${placeKinds.join(", ")})`);
    }
    return [{ id, places: places.filter((place) => place !== null) }];
  });
  if (complete) {
    for (const id of coverageRows.filter((row) => !(row in written))) add(id, "has no place");
  }
  return { coverage: { complete, rows }, problems: found };
}

const known: ReadonlySet<string> = new Set(coverageRows);

function readPlace(text: string): Place | null {
  const [, name, target] = /^([a-z]+):(\S+)$/.exec(text) ?? [];
  const kind = placeKinds.find((each) => each === name);
  return kind && target ? { kind, target } : null;
}

/** One error for each place that does not exist. */
export function findMissingPlaces(
  { rows }: Coverage,
  { file, places: exist }: { file: string; places: KnownPlaces },
): Problem[] {
  return rows.flatMap(({ id, places }) =>
    places
      .filter(({ kind, target }) => !exist[kind].has(target))
      .map(({ kind, target }) => ({
        file,
        field: `rows.${id}`,
        message: `leads to a place that does not exist: ${kind}:${target}`,
        severity: "error" as const,
      })),
  );
}
