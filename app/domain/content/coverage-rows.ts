/**
 * The rows of the material: distinctions (K), systems (U), decision rules (R), diagrams (D), hybrid patterns (H), numbers
 * (N), latency (L), tables and code (T), contradictions (C).
 */

const numbered = (letter: string, last: number) => Array.from({ length: last }, (_, at) => `${letter}${at + 1}`);

/** Two tables of the sources are one row each. */
const tables = ["U19-26", "U27-36"];
const systems = [...numbered("U", 18), ...tables, "U37", "U38", "U39"];

export const coverageRows: readonly string[] = [
  ...numbered("K", 15),
  ...systems,
  ...numbered("R", 11),
  ...numbered("D", 16),
  ...numbered("H", 7),
  ...numbered("N", 21),
  ...numbered("L", 4),
  ...numbered("T", 14),
  ...numbered("C", 58),
];
