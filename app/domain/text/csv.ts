/**
 * Comma-separated values as RFC 4180 has them. A spreadsheet takes a cell that begins with =, +, -, @ or a control character
 * for a formula, even between quotation marks; such text gets an apostrophe in front, as OWASP advises. Numbers are written
 * as they are.
 */
export type CsvCell = string | number | null;

const looksLikeFormula = /^\s*[=+\-@\t\r\n|%＝＋－＠]/;
const needsQuotes = /[",\r\n]|^\s|\s$/;

function cellOf(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const text = looksLikeFormula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}
