// @vitest-environment jsdom
import { beforeAll, expect, test } from "vitest";
import { drawDiagram } from "#app/components/diagram/draw-diagram.ts";
import { giveLayout } from "#test/support/drawing-surface.ts";
import { writtenFlowcharts } from "#test/support/flowcharts.ts";

const look = { theme: "light", isNarrow: false } as const;

beforeAll(() => void giveLayout());

async function draw(source: string): Promise<SVGElement> {
  const drawing = await drawDiagram(source, look);
  if (!drawing.ok) throw new Error(`line ${drawing.line}: ${drawing.message}`);
  const svg = new DOMParser().parseFromString(drawing.svg, "text/html").querySelector("svg");
  if (!svg) throw new Error("no svg");
  return svg;
}

test.each(writtenFlowcharts)("draws %s", async (source) => {
  console.log((await draw(source)).outerHTML.slice(0,300));
});
