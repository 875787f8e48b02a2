import type { Approach } from "#app/domain/scenarios/approach.ts";

export type ChartPoint = { x: number; y: number };

export type LineSeries = {
  id: string;
  /** Stands beside the line, so keep it short: "RAG, $1,320". */
  name: string;
  /** Gives the line its colour and its name a glyph; without one it is drawn in ink. */
  approach?: Approach;
  /** `printed` is a source's own figure, thin and dashed; `second` a line of less weight, dotted. */
  look?: "solid" | "printed" | "second";
  points: readonly ChartPoint[];
  /** The x near which the name should stand, as at the peak of a curve; without it rather at the right. */
  nameAt?: number;
  /** Points to mark on the line, as glyphs of the approach or as dots. */
  marks?: readonly ChartPoint[];
};

/** What lies between two edges at each x: a range that sources leave open, or everything below a curve. */
export type ChartBand = { id: string; approach?: Approach; edges: readonly { x: number; low: number; high: number }[] };

/** A dotted upright line across the plot, with words at its top. */
export type ChartMarker = { id: string; at: number; label?: string };

/** A ring where something happens, as where two lines cross. */
export type ChartRing = ChartPoint & { label: string };
