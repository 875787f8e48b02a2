/**
 * From figures.yaml and contradictions.yaml to the ledger, or to every problem of both at once. An entry that is wrong is
 * left out, the others stand.
 */
import type { Problem } from "../scenarios/problem.ts";
import type { WrittenFile } from "../scenarios/written-file.ts";
import { ContradictionSchema, type Contradiction } from "./contradiction.ts";
import { FigureSchema, type Figure } from "./figures.ts";
import { readList } from "./written-list.ts";

export type Ledger = { figures: Figure[]; contradictions: Contradiction[] };

export type ParsedLedger = Ledger & { problems: Problem[] };

type File = WrittenFile | undefined;

/** Reads the files of the ledger; one that is not there has no entries. Never throws. */
export function parseFigures(files: readonly WrittenFile[]): ParsedLedger {
  const figureFile = named(files, "figures.yaml");
  const contradictionFile = named(files, "contradictions.yaml");
  const figures = figureFile ? readList(figureFile, { name: "figures", schema: FigureSchema }) : nothing;
  const contradictions = contradictionFile
    ? readList(contradictionFile, { name: "contradictions", schema: ContradictionSchema })
    : nothing;
  const ledger = { figures: figures.entries, contradictions: contradictions.entries };
  return {
    ...ledger,
    problems: [
      ...figures.problems,
      ...contradictions.problems,
      ...danglingContradictions(figureFile, ledger),
      ...danglingFigures(contradictionFile, ledger),
    ],
  };
}

const nothing = { entries: [], problems: [] };

function named(files: readonly WrittenFile[], name: string): File {
  return files.find(({ file }) => file.replace(/^.*[\\/]/, "") === name);
}

function danglingContradictions(file: File, { figures, contradictions }: Ledger): Problem[] {
  const known = new Set(contradictions.map(({ id }) => id));
  return figures.flatMap(({ id, contradictions: named = [] }) =>
    named.filter((each) => !known.has(each)).map((each) => dangling(file, `${id}.contradictions`, each)),
  );
}

function danglingFigures(file: File, { figures, contradictions }: Ledger): Problem[] {
  const known = new Set(figures.map(({ id }) => id));
  return contradictions.flatMap(({ id, figures: named }) =>
    named.filter((each) => !known.has(each)).map((each) => dangling(file, `${id}.figures`, each)),
  );
}

function dangling(file: File, field: string, name: string): Problem {
  return { file: file?.file ?? "", field, message: `names an entry that does not exist: ${name}`, severity: "error" };
}
