import type { Config } from "dompurify";
import { drawableSource } from "#app/domain/diagrams/drawable-source.ts";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { explainRefusal, findFault, type DiagramFault } from "#app/domain/diagrams/mermaid-fault.ts";
import type { DiagramLook } from "./diagram-look.ts";
import { inHouseStyle } from "./house-style.ts";
import { mermaidConfig } from "./mermaid-theme.ts";

/** `line` is null where the source is not to blame: the drawing program did not load. */
export type Drawing = { ok: true; svg: string } | { ok: false; line: number | null; message: string };

/**
 * Draws a source as an SVG that is safe to put into a page. Never rejects. Mermaid cannot draw two at a time, so
 * drawings queue; what our own reader refuses is not handed to it, since it may take minutes over it.
 */
export function drawDiagram(source: string, look: DiagramLook): Promise<Drawing> {
  const fault = findFault(source);
  if (fault) return Promise.resolve({ ok: false, ...fault });
  const drawing = last.then(() => drawNow(source, look));
  last = drawing;
  return drawing;
}

let last: Promise<unknown> = Promise.resolve();
let drawn = 0;

async function drawNow(source: string, look: DiagramLook): Promise<Drawing> {
  const tools = await loadTools();
  if (!tools) {
    return { ok: false, line: null, message: "The drawing could not be loaded. Reload the page to try again." };
  }
  const room = makeRoom();
  drawn += 1;
  try {
    tools.mermaid.initialize(mermaidConfig(look, runsSideways(source)));
    const { svg } = await tools.mermaid.render(`drawing-${drawn}`, drawableSource(source), room);
    return { ok: true, svg: tools.purify.sanitize(inHouseStyle(svg), harmless) };
  } catch (error) {
    return { ok: false, ...faultOf(source, error) };
  } finally {
    room.remove();
  }
}

function runsSideways(source: string): boolean {
  const parsed = parseFlowchart(source);
  return parsed.ok && (parsed.graph.direction === "LR" || parsed.graph.direction === "RL");
}

async function loadTools() {
  try {
    const [mermaid, purify] = await Promise.all([import("mermaid"), import("dompurify"), loadFont()]);
    return { mermaid: mermaid.default, purify: purify.default };
  } catch {
    return null;
  }
}

/** Text is measured while it is drawn, so the font is there first; without it another font serves. */
async function loadFont(): Promise<void> {
  await document.fonts?.load('500 13px "Inter Variable"').catch(() => undefined);
}

/** Where Mermaid measures and draws: laid out, but neither seen nor in anybody's way. */
function makeRoom(): HTMLElement {
  const room = document.createElement("div");
  room.setAttribute("aria-hidden", "true");
  room.style.cssText = "position: fixed; left: -200vw; top: 0; width: 100vw; visibility: hidden; pointer-events: none;";
  document.body.append(room);
  return room;
}

/** Shapes and words only: nothing that runs, leads away or loads, and one image to assistive technology. */
const harmless: Config & { RETURN_TRUSTED_TYPE: false } = {
  USE_PROFILES: { svg: true, svgFilters: true },
  FORBID_TAGS: ["a", "image", "foreignObject", "script"],
  FORBID_ATTR: ["role", "aria-roledescription", "tabindex"],
  RETURN_TRUSTED_TYPE: false,
};

function faultOf(source: string, error: unknown): DiagramFault {
  const message = error instanceof Error ? error.message : String(error);
  return explainRefusal(source, { message, token: tokenOf(error) });
}

/** The parser hangs what it knows onto the error: `{ hash: { text } }`. */
function tokenOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("hash" in error)) return null;
  const { hash } = error;
  if (typeof hash !== "object" || hash === null || !("text" in hash)) return null;
  return typeof hash.text === "string" ? hash.text : null;
}
