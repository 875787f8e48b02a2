/**
 * What Mermaid's theme cannot say of the house style, changed in the SVG it draws: arrowheads are open, and a store is
 * a box with a double top. Whatever an author's own style could load from elsewhere is taken out.
 */
import { storeClass } from "#app/domain/diagrams/drawable-source.ts";

export function inHouseStyle(svg: string): string {
  return withOpenHeads(withLids(withoutLoads(svg)));
}

function withOpenHeads(svg: string): string {
  return svg
    .replace(/<path d="M 0 0 L 10 5 L 0 10 z"/g, '<path fill="none" d="M 2 1 L 9 5 L 2 9"')
    .replace(/<path d="M 0 5 L 10 10 L 10 0 z"/g, '<path fill="none" d="M 8 1 L 1 5 L 8 9"');
}

const storeBox = new RegExp(
  `<g class="node [^"]*\\b${storeClass}\\b[^"]*"[^>]*><rect\\b[^>]*? x="(-?[\\d.]+)" y="(-?[\\d.]+)" width="([\\d.]+)"[^>]*></rect>`,
  "g",
);

/** How far the second line of a store lies under its top. */
const lidPx = 5;

function withLids(svg: string): string {
  return svg.replace(storeBox, (box: string, x: string, y: string, width: string) => {
    return `${box}<path d="M${x},${Number(y) + lidPx} h${width}"></path>`;
  });
}

function withoutLoads(svg: string): string {
  return svg.replace(/url\(\s*(?:&quot;|["'])?(?!#)[^)<>]{0,2000}\)/gi, "none").replace(/@import\b/gi, "");
}
