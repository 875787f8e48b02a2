import type { MermaidConfig } from "mermaid";
import { maxEdges, maxSourceLength } from "#app/domain/diagrams/graph.ts";
import { narrowSpacing, wideSpacing, type DiagramLook, type DiagramTheme } from "./diagram-look.ts";

/** Mermaid computes with its colours, so it takes them as literals: these are the values of tokens.css. */
const palettes = {
  light: {
    sheet: "#fdfefb",
    paper: "#f5f7f2",
    sunk: "#eceee7",
    ink: "#17212a",
    "ink-2": "#3a464d",
    "line-2": "#78847f",
    pen: "#0b6b50",
    "pen-wash": "#dceee3",
    danger: "#a8182f",
    "danger-wash": "#fbe3e3",
  },
  dark: {
    sheet: "#19221f",
    paper: "#111917",
    sunk: "#0b1210",
    ink: "#e7ece5",
    "ink-2": "#bdc7c0",
    "line-2": "#6f7e77",
    pen: "#74d3ad",
    "pen-wash": "#17342a",
    danger: "#ff9a9d",
    "danger-wash": "#43191e",
  },
} as const;

export function paletteOf(theme: DiagramTheme): Record<string, string> {
  return palettes[theme];
}

const fontFamily = '"Inter Variable", Inter, sans-serif';

function variablesOf(theme: DiagramTheme) {
  const color = palettes[theme];
  return {
    fontFamily,
    fontSize: "13px",
    darkMode: theme === "dark",
    background: color.sheet,
    primaryColor: color.sheet,
    mainBkg: color.sheet,
    primaryTextColor: color.ink,
    nodeTextColor: color.ink,
    textColor: color.ink,
    titleColor: color.ink,
    primaryBorderColor: color.ink,
    nodeBorder: color.ink,
    lineColor: color["ink-2"],
    defaultLinkColor: color["ink-2"],
    secondaryColor: color.sunk,
    tertiaryColor: color.paper,
    clusterBkg: color.paper,
    clusterBorder: color["line-2"],
    edgeLabelBackground: color.sheet,
    noteBkgColor: color["pen-wash"],
    noteTextColor: color.ink,
    noteBorderColor: color.pen,
    errorBkgColor: color["danger-wash"],
    errorTextColor: color.danger,
  };
}

/** A box of an approach, drawn with `:::rag` and the like, is filled and edged in its colours. */
const approachCss = ["prompt", "rag", "tune", "hybrid"]
  .map(
    (name) => `
.node.${name} :is(rect, path, polygon, circle, ellipse) { fill: var(--${name}-fill); stroke: var(--${name}-line); }
.node.${name} text { fill: var(--${name}-text); }`,
  )
  .join("");

const themeCSS = `
.node :is(rect, path, polygon, circle, ellipse) { stroke-width: 1.25px; }
.node rect.basic { rx: 3px; ry: 3px; }
.node .text-inner-tspan[font-weight="normal"] { font-weight: 500; }
.flowchart-link { stroke-width: 1.25px; }
.edge-pattern-dotted { stroke-dasharray: 3 3; }
.edge-thickness-thick { stroke-width: 2.5px; }
.node.taken :is(rect, path, polygon) { stroke-width: 2.5px; }
.node.open :is(rect, path, polygon) { stroke-width: 2px; stroke-dasharray: 5 4; }
.marker { stroke-linecap: round; stroke-linejoin: round; }
.edgeLabel rect.background { opacity: 1; }
.edgeLabel text { font-size: 12px; fill: var(--muted); }
.cluster rect { rx: 5px; ry: 5px; }
.cluster text { font-size: 12px; fill: var(--muted); }
${approachCss}`;

/**
 * Everything Mermaid is told; a diagram's own directives never reach it. Links turn at right angles, and in a diagram
 * that runs sideways they also end sideways.
 */
export function mermaidConfig({ theme, isNarrow }: DiagramLook, isSideways: boolean): MermaidConfig {
  const { wrapPx, besidePx } = isNarrow ? narrowSpacing : wideSpacing;
  return {
    startOnLoad: false,
    securityLevel: "strict",
    suppressErrorRendering: true,
    maxTextSize: maxSourceLength,
    maxEdges,
    theme: "base",
    themeVariables: variablesOf(theme),
    themeCSS,
    fontFamily,
    htmlLabels: false,
    flowchart: {
      htmlLabels: false,
      curve: isSideways ? "step" : "stepAfter",
      padding: 10,
      nodeSpacing: besidePx,
      rankSpacing: 36,
      wrappingWidth: wrapPx,
      diagramPadding: 2,
      subGraphTitleMargin: { top: 6, bottom: 6 },
    },
  };
}
