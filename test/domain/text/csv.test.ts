import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRow } from "#app/domain/text/csv.ts";

/** Reads one row as RFC 4180 says, for the tests alone. */
function readRow(row: string): string[] {
  const cells: string[] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)|([^",\r\n]*)(,|\r\n)/gy;
  for (let match = cell.exec(row); match !== null; match = cell.exec(row)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[3] ?? "");
    if (cell.lastIndex === row.length) return cells;
  }
  throw new Error(`Not a row: ${JSON.stringify(row)}`);
}

test("what is written is read again, whatever it holds", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 6 }), (cells) => {
      const read = readRow(csvRow(cells));
      expect(read.map((each, at) => (each === `'${cells[at]}` ? cells[at] : each))).toEqual(cells);
    }),
  );
});

test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "|calc", "%0A=1", "＝1"])(
  "%j does not become a formula",
  (text) => {
    expect(readRow(csvRow([text]))[0]?.startsWith("'")).toBe(true);
  },
);

test("numbers stay numbers, and what is not there stays empty", () => {
  expect(csvRow([-1.5, 0, null, Number.NaN, "a"])).toBe("-1.5,0,,,a\r\n");
});
