import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mermaidConfig, paletteOf } from "#app/components/diagram/mermaid-theme.ts";

const tokens = readFileSync(new URL("../../../app/styles/tokens.css", import.meta.url), "utf8");

/** The custom properties of the first block that opens with a selector. */
function tokensOf(selector: string): Map<string, string> {
  const start = tokens.indexOf(`${selector} {`);
  const block = tokens.slice(start, tokens.indexOf("}", start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [found[1] ?? "", found[2]?.trim() ?? ""]),
  );
}

test.each([
  ["light", ":root"],
  ["dark", '[data-theme="dark"]'],
] as const)("draws the %s theme in the colours of the style sheet", (theme, selector) => {
  const values = tokensOf(selector);
  for (const [name, color] of Object.entries(paletteOf(theme))) expect([name, values.get(name)]).toEqual([name, color]);
});

test("never lets a diagram run or embed anything", () => {
  expect(mermaidConfig({ theme: "dark", isNarrow: true }, false)).toMatchObject({
    securityLevel: "strict",
    startOnLoad: false,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
  });
});

test("wraps labels sooner in a narrow frame", () => {
  const wrapOf = (isNarrow: boolean) => mermaidConfig({ theme: "light", isNarrow }, true).flowchart?.wrappingWidth ?? 0;
  expect(wrapOf(true)).toBeLessThan(wrapOf(false));
});
