/** A drawing as a file of its own: the sanitised SVG that the page shows, with nothing left that only the page knows. */
import { drawDiagram } from "../draw-diagram.ts";
import type { DiagramTheme } from "../diagram-look.ts";
import { paletteOf } from "../mermaid-theme.ts";

export type DrawingFile = { ok: true; svg: string } | { ok: false; message: string };

export async function drawingFile(source: string, theme: DiagramTheme): Promise<DrawingFile> {
  const drawing = await drawDiagram(source, { theme, isNarrow: false });
  if (!drawing.ok) return drawing;
  const svg = standAlone(drawing.svg, { sheet: paletteOf(theme).sheet ?? "", valueOf: tokenValue });
  return svg === null ? { ok: false, message: "The drawing could not be made into a file." } : { ok: true, svg };
}

type Surroundings = { sheet: string; valueOf: (token: string) => string };

/** Well-formed XML with a size, a ground and literal colours in place of the page's tokens. */
export function standAlone(svg: string, { sheet, valueOf }: Surroundings): string | null {
  const literal = svg.replace(/var\((--[\w-]+)\)/g, (_, token: string) => valueOf(token));
  const root = new DOMParser().parseFromString(literal, "text/html").querySelector("svg");
  const box = root?.getAttribute("viewBox")?.split(/\s+/);
  if (!root || box?.length !== 4) return null;
  root.setAttribute("width", box[2] ?? "");
  root.setAttribute("height", box[3] ?? "");
  root.style.background = sheet;
  root.style.maxWidth = "none";
  return new XMLSerializer().serializeToString(root);
}

function tokenValue(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}

export function saveFile({ name, text, type }: { name: string; text: string; type: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}
