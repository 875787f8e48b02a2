/**
 * Passages by meaning: unit vectors of one embedding model in one block of memory, compared by their cosine, each with
 * every other. The material is small, so the search is exact.
 */
import type { Candidate } from "./lexical.ts";

/** Vectors of one model: row `at` begins at `at * dimensions`. */
export type VectorTable = { model: string; dimensions: number; rows: Float32Array };

/** A query's vector and the model it comes from: vectors of two models have nothing in common. */
export type QueryVector = { model: string; values: Float32Array };

export function isComparable(table: VectorTable, query: QueryVector): boolean {
  return table.model === query.model && table.dimensions === query.values.length;
}

/** Cosine of a row with a query, both of length one; -1 to 1. */
export function cosineAt(table: VectorTable, at: number, { values }: QueryVector): number {
  const { dimensions, rows } = table;
  const from = at * dimensions;
  let sum = 0;
  for (let place = 0; place < dimensions; place += 1) sum += (rows[from + place] ?? 0) * (values[place] ?? 0);
  return sum;
}

/** The rows nearest to a query, nearest first. Throws for a query of another model. */
export function nearestRows(table: VectorTable, query: QueryVector, limit: number): Candidate[] {
  if (!isComparable(table, query)) {
    throw new Error(`A vector of ${query.model} cannot be compared with vectors of ${table.model}.`);
  }
  const count = table.dimensions === 0 ? 0 : table.rows.length / table.dimensions;
  return Array.from({ length: count }, (_, at) => ({ at, score: cosineAt(table, at, query) }))
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, limit);
}

/** Joins vectors into a table, each brought to length one. */
export function tableOf(model: string, vectors: readonly Float32Array[]): VectorTable {
  const dimensions = vectors[0]?.length ?? 0;
  const rows = new Float32Array(dimensions * vectors.length);
  for (const [at, vector] of vectors.entries()) rows.set(toUnit(vector), at * dimensions);
  return { model, dimensions, rows };
}

export function toUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
