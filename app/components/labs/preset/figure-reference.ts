import type { Figure } from "#app/domain/content/figures.ts";
import type { Values } from "#app/domain/simulator/input.ts";
import type { Preset } from "#app/domain/simulator/preset.ts";
import { defaultsOf } from "#app/domain/simulator/preset.ts";

/** The entry of the ledger behind a printed figure, as much of it as a row of a table says. */
export type FigureReference = Pick<Figure, "id" | "status" | "recomputed" | "note">;

/** By `preset/line` and `preset/input`. */
export type FigureReferences = Readonly<Record<string, FigureReference>>;

type At = (source: string) => readonly Figure[];

/**
 * For every printed line and every input with a source: the entry of the ledger that stands on its line and has its
 * value. `figuresAt` gives the entries on a line.
 */
export function figureReferences(presets: readonly Preset[], figuresAt: At): FigureReferences {
  const found = presets.flatMap((preset) => {
    const lines = preset
      .compute(fewDraws(preset))
      .lines.map(({ id, printed, source }) => ({ id, value: printed, source }));
    const inputs = preset.inputs.map(({ id, default: value, source }) => ({ id, value, source }));
    return [...lines, ...inputs].flatMap(({ id, value, source }) => {
      const figure = value === null || source === null ? null : findByValue(figuresAt(source), value);
      return figure ? [[`${preset.id}/${id}`, referenceTo(figure)] as const] : [];
    });
  });
  return Object.fromEntries(found);
}

/** What is printed does not depend on how many requests a model draws. */
function fewDraws(preset: Preset): Values {
  const draws = preset.inputs.find(({ id }) => id === "draws");
  return draws ? { ...defaultsOf(preset), draws: draws.min } : defaultsOf(preset);
}

function findByValue(figures: readonly Figure[], value: number): Figure | null {
  return (
    figures.find((figure) => numbersOf(figure).some((own) => Math.abs(own - value) <= 1e-9 * Math.abs(value))) ?? null
  );
}

/** Percent and share, dollars and cents: an entry and a model may count in units a hundred times apart. */
function numbersOf({ value, unit }: Figure): number[] {
  const own = typeof value === "number" ? [value] : typeof value === "string" ? [] : [value.from, value.to];
  const numbers = own.flatMap((number) => number ?? []);
  return unit === "%" ? [...numbers, ...numbers.map((number) => number / 100)] : numbers;
}

function referenceTo({ id, status, recomputed, note }: Figure): FigureReference {
  return { id, status, ...(recomputed ? { recomputed } : {}), ...(note ? { note } : {}) };
}
