import { expect, test } from "vitest";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { estimateSize } from "#app/domain/diagrams/size.ts";
import { writtenFlowcharts } from "#test/support/flowcharts.ts";

function size(source: string, isUpright: boolean, wrapPx = 140) {
  const parsed = parseFlowchart(source);
  if (!parsed.ok) throw new Error(parsed.message);
  return estimateSize(parsed.graph, { isUpright, wrapPx, besidePx: 32 });
}

/** Width and height as measured in Chromium: the viewBox of what Mermaid draws in the house style. */
const drawn = [
  { source: writtenFlowcharts[0] ?? "", isUpright: true, widthPx: 192, heightPx: 420 },
  { source: writtenFlowcharts[0] ?? "", isUpright: false, widthPx: 694, heightPx: 123 },
  { source: writtenFlowcharts[1] ?? "", isUpright: true, widthPx: 359, heightPx: 824 },
  { source: writtenFlowcharts[3] ?? "", isUpright: true, widthPx: 289, heightPx: 184 },
  { source: "flowchart LR\nA[Request] --> B[Your system] --> C[Reply]", isUpright: true, widthPx: 120, heightPx: 184 },
  { source: "flowchart LR\nA[Request] --> B[Your system] --> C[Reply]", isUpright: false, widthPx: 358, heightPx: 40 },
];

test.each(drawn)("guesses within a fifth of what is drawn: $source", ({ source, isUpright, widthPx, heightPx }) => {
  const guess = size(source, isUpright);
  expect(Math.abs(guess.widthPx - widthPx) / widthPx).toBeLessThan(0.2);
  expect(Math.abs(guess.heightPx - heightPx) / heightPx).toBeLessThan(0.2);
});

test("a chain is long the way it runs, and narrower where its labels wrap sooner", () => {
  const chain = "flowchart LR\nA[a label of several words] --> B --> C --> D";
  expect(size(chain, false).widthPx).toBeGreaterThan(size(chain, false).heightPx);
  expect(size(chain, true).heightPx).toBeGreaterThan(size(chain, true).widthPx);
  expect(size(chain, true, 80).widthPx).toBeLessThan(size(chain, true, 140).widthPx);
});

test("a circle of arrows has as many ranks as boxes at most", () => {
  expect(size("flowchart TD\nA --> B --> C --> A", true)).toEqual(size("flowchart TD\nA --> B --> C", true));
});
