import type { DrawingSize } from "../chart-frame.tsx";
import { widthOfWords } from "../chart-scale.ts";

/** The most of a drawing's width that names at the left of rows may take. */
const mostShare = 0.36;
const gap = 12;

/** Where rows begin: beside the longest of their names, or at the edge where names stand above the rows. */
export function rowsBegin(names: readonly string[], { width, narrow }: DrawingSize): number {
  if (narrow) return 0;
  const longest = Math.max(40, ...names.map((name) => widthOfWords(name, 13)));
  return Math.ceil(Math.min(longest, width * mostShare)) + gap;
}

type RowNameProps = { name: string; left: number; y: number; narrow: boolean };

/** A row's name, on two lines where one is too long. */
export function RowName({ name, left, y, narrow }: RowNameProps) {
  if (narrow) {
    return (
      <text className="chart-row" x={0} y={y - 15}>
        {name}
      </text>
    );
  }
  const lines = widthOfWords(name, 13) <= left - gap + 1 ? [name] : inTwo(name);
  return (
    <text className="chart-row" y={y + 4 - (lines.length - 1) * 8} textAnchor="end">
      {lines.map((line, at) => (
        <tspan key={line} x={left - gap} dy={at === 0 ? 0 : 16}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function inTwo(name: string): string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}
