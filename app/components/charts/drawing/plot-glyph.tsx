import type { Approach } from "#app/domain/scenarios/approach.ts";

/** The shape of an approach at a place of a drawing, or a dot. Its colour comes from `data-approach` above it. */
export function PlotGlyph({ approach, x, y }: { approach?: Approach | undefined; x: number; y: number }) {
  const at = `translate(${x} ${y})`;
  if (approach === "rag") return <path className="chart-glyph" transform={at} d="M-4.5-4.5h9v9h-9z" />;
  if (approach === "fine-tune") return <path className="chart-glyph" transform={at} d="M0-5 5.7 5H-5.7z" />;
  if (approach === "hybrid") return <path className="chart-glyph" transform={at} d="M0-6 6 0 0 6-6 0z" />;
  return <circle className="chart-glyph" transform={at} r={approach === "prompt" ? 5 : 3.5} />;
}
