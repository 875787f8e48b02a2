/** One result of a model beside the figure that its source prints. */
import type { Source } from "../scenarios/schema.ts";

export type Line = {
  id: string;
  label: string;
  unit: string;
  value: number;
  /** The source's own figure; null where it gives none. */
  printed: number | null;
  /** Where the figure is printed, or else where its inputs are; null where no source has them. */
  source: Source | null;
  /** Ours less the printed figure. */
  difference: number | null;
};

type Draft = Omit<Line, "printed" | "difference"> & { printed?: number };

/** Without the noise of binary fractions: 12 significant digits. */
export function exact(value: number): number {
  return Number(value.toPrecision(12));
}

export function line({ printed, value, ...draft }: Draft): Line {
  const ours = exact(value);
  const difference = printed === undefined ? null : exact(ours - printed);
  return { ...draft, value: ours, printed: printed ?? null, difference };
}
