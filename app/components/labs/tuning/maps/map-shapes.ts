import { cellMiddle, mapSide } from "#app/domain/simulator/tuning/evaluation.ts";
import { isWithin, type District, type Point } from "#app/domain/simulator/tuning/tasks.ts";

/** The cells for which `isIn` holds as one SVG path, a box for each run along a row; a cell is one unit. */
export function pathOfCells(isIn: (cell: number) => boolean): string {
  let path = "";
  for (let row = 0; row < mapSide; row += 1) {
    for (let column = 0; column < mapSide; column += 1) {
      const from = column;
      while (column < mapSide && isIn(row * mapSide + column)) column += 1;
      if (column > from) path += `M${from} ${row}h${column - from}v1h${from - column}z`;
    }
  }
  return path;
}

/** Where the name of a desk stands best: the cell deepest inside its ground; null for a desk that answers nothing. */
export function deepestCell(answers: string, desk: number): Point | null {
  const isOwn = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < mapSide && row < mapSide && answers[row * mapSide + column] === String(desk);
  let best: { cell: Point; depth: number } | null = null;
  const depths = new Float64Array(mapSide * mapSide);
  const depthAt = (column: number, row: number) =>
    column < 0 || row < 0 || column >= mapSide || row >= mapSide ? 0 : (depths[row * mapSide + column] ?? 0);
  // The side of the largest square of own cells that ends here; its middle is deep inside.
  for (let row = 0; row < mapSide; row += 1) {
    for (let column = 0; column < mapSide; column += 1) {
      if (!isOwn(column, row)) continue;
      const depth = 1 + Math.min(depthAt(column - 1, row), depthAt(column, row - 1), depthAt(column - 1, row - 1));
      depths[row * mapSide + column] = depth;
      if (!best || depth > best.depth) best = { cell: { x: column - depth / 2 + 1, y: row - depth / 2 + 1 }, depth };
    }
  }
  return best && best.depth > 3 ? best.cell : null;
}

export type MapCount = { inside: number; outside: number };

/** Shares of cells answered as wanted inside and outside a district. */
export function countMap(answers: string, wanted: string, district: District): MapCount {
  const right = { inside: 0, outside: 0 };
  const cells = { inside: 0, outside: 0 };
  for (let cell = 0; cell < answers.length; cell += 1) {
    const where = isWithin(cellMiddle(cell), district) ? "inside" : "outside";
    cells[where] += 1;
    if (answers[cell] === wanted[cell]) right[where] += 1;
  }
  return { inside: right.inside / cells.inside, outside: right.outside / cells.outside };
}

export function differingCells(one: string, other: string): number {
  let count = 0;
  for (let cell = 0; cell < one.length; cell += 1) if (one[cell] !== other[cell]) count += 1;
  return count;
}
