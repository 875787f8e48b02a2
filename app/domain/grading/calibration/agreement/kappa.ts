/**
 * How far two raters of the same things agree beyond chance: Cohen's kappa (Cohen, 1960) and weighted kappa (Cohen,
 * 1968) on any ordered scale, its places numbered from 0.
 */

/** The places two raters put one thing on. */
export type Pair = { first: number; second: number };

/** Counts: a row for each place of the first rater, a column for each of the second. */
export type Table = readonly (readonly number[])[];

/** How much it counts that one rater says `a` and the other `b`; 0 where they are equal. */
export type Distance = (a: number, b: number) => number;

export const unweighted: Distance = (a, b) => (a === b ? 0 : 1);
export const linear: Distance = (a, b) => Math.abs(a - b);
export const quadratic: Distance = (a, b) => (a - b) ** 2;

/** The table of counts of pairs on a scale of so many places. */
export function confusionTable(pairs: readonly Pair[], places: number): number[][] {
  const table = Array.from({ length: places }, () => Array.from({ length: places }, () => 0));
  for (const { first, second } of pairs) {
    const row = table[first];
    if (row === undefined || row[second] === undefined) {
      throw new RangeError(`A scale of ${places} places has none for ${first} and ${second}.`);
    }
    row[second] += 1;
  }
  return table;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The mean distance over the cells of a table, and what it would be by chance with the same totals. */
function meanDistances(table: Table, distance: Distance) {
  const rows = table.map(sum);
  const columns = table.map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  const all = sum(rows);
  let observed = 0;
  let expected = 0;
  for (const [a, row] of table.entries()) {
    for (const [b, count] of row.entries()) {
      observed += distance(a, b) * count;
      expected += (distance(a, b) * (rows[a] ?? 0) * (columns[b] ?? 0)) / all;
    }
  }
  return { observed, expected };
}

/**
 * Kappa with the given distances, at most 1; 0 is what chance gives. Null where it is not defined: an empty table, or
 * both raters put everything on one and the same place.
 */
export function kappaOf(table: Table, distance: Distance): number | null {
  const { observed, expected } = meanDistances(table, distance);
  return expected > 0 ? 1 - observed / expected : null;
}

/** Share of pairs at most so many places apart, 0 to 1; null without pairs. */
function shareWithin(pairs: readonly Pair[], places: number): number | null {
  if (pairs.length === 0) return null;
  return pairs.filter(({ first, second }) => Math.abs(first - second) <= places).length / pairs.length;
}

export const exactShare = (pairs: readonly Pair[]) => shareWithin(pairs, 0);
export const withinOneShare = (pairs: readonly Pair[]) => shareWithin(pairs, 1);
