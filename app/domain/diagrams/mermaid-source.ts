/**
 * Mermaid source as text: what of it is the diagram and what is comment or configuration, and which kind of diagram
 * it is. Every function keeps the number of lines, so that an error's line is the author's.
 */

const flowchartWords = new Set(["flowchart", "graph", "flowchart-elk"]);

const otherDiagramNames: Record<string, string> = {
  sequenceDiagram: "a sequence diagram",
  classDiagram: "a class diagram",
  "classDiagram-v2": "a class diagram",
  stateDiagram: "a state diagram",
  "stateDiagram-v2": "a state diagram",
  erDiagram: "an entity relationship diagram",
  journey: "a user journey",
  gantt: "a Gantt chart",
  pie: "a pie chart",
  quadrantChart: "a quadrant chart",
  requirementDiagram: "a requirement diagram",
  gitGraph: "a Git graph",
  mindmap: "a mind map",
  timeline: "a timeline",
  zenuml: "a ZenUML diagram",
  sankey: "a Sankey diagram",
  "sankey-beta": "a Sankey diagram",
  xychart: "an XY chart",
  "xychart-beta": "an XY chart",
  block: "a block diagram",
  "block-beta": "a block diagram",
  packet: "a packet diagram",
  "packet-beta": "a packet diagram",
  kanban: "a kanban board",
  architecture: "an architecture diagram",
  "architecture-beta": "an architecture diagram",
  C4Context: "a C4 diagram",
  C4Container: "a C4 diagram",
  C4Component: "a C4 diagram",
  C4Dynamic: "a C4 diagram",
  C4Deployment: "a C4 diagram",
  "radar-beta": "a radar chart",
  treemap: "a treemap",
  "treemap-beta": "a treemap",
};

const longestIndent = 40;

export type DiagramKind = { kind: "flowchart" } | { kind: "other-diagram"; name: string } | { kind: "unknown" };

/** Which diagram a plain source draws, read off its first word. */
export function diagramKind(plain: string): DiagramKind {
  const word = /^[A-Za-z0-9-]+/.exec(plain.trimStart())?.[0] ?? "";
  if (flowchartWords.has(word)) return { kind: "flowchart" };
  const name = Object.hasOwn(otherDiagramNames, word) ? otherDiagramNames[word] : undefined;
  return name === undefined ? { kind: "unknown" } : { kind: "other-diagram", name };
}

/**
 * The source with front matter, `%%{…}%%` directives and comment lines left blank, and no long runs of spaces: they
 * mean nothing, and Mermaid's parser takes many seconds over a line of a few thousand.
 */
export function plainSource(source: string): string {
  const lines = withoutDirectives(source.replace(/\r\n?/g, "\n")).split("\n");
  const bodyIndex = frontMatterLength(lines);
  return lines.map((line, index) => (index < bodyIndex || isComment(line) ? "" : withoutRuns(line))).join("\n");
}

/** Some diagrams mean something by how far a line is indented, so that stays. */
function withoutRuns(line: string): string {
  const words = line.trimStart();
  const indent = Math.min(line.length - words.length, longestIndent);
  return " ".repeat(indent) + words.trimEnd().replace(/\s{2,}/g, " ");
}

/** The source drawn top to bottom where it was written left to right. */
export function uprightSource(source: string): string {
  return source.replace(/^([^\S\n]*(?:flowchart|graph)[^\S\n]+)LR\b/m, "$1TD");
}

/**
 * The author's line for a line that Mermaid's own parser names. That parser drops blank lines at the start and,
 * in a flowchart, after a closing brace, and then counts.
 */
export function authorLine(plain: string, mermaidLine: number): number {
  const lines = plain.split("\n");
  const isFlowchart = diagramKind(plain).kind === "flowchart";
  let counted = 0;
  let last = "";
  for (const [index, line] of lines.entries()) {
    const isBlank = line.trim() === "";
    const isDropped = isBlank && (counted === 0 || (isFlowchart && last.endsWith("}")));
    if (isDropped) continue;
    counted += 1;
    last = line.trimEnd();
    if (counted === mermaidLine) return index + 1;
  }
  return lines.length;
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith("%%");
}

function withoutDirectives(source: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let start = source.indexOf("%%{"); start >= 0; start = source.indexOf("%%{", from)) {
    const close = source.indexOf("}%%", start);
    if (close < 0) break;
    kept.push(source.slice(from, start), "\n".repeat(source.slice(start, close).split("\n").length - 1));
    from = close + 3;
  }
  kept.push(source.slice(from));
  return kept.join("");
}

/** How many lines the `---` block at the start takes; 0 where there is none. */
function frontMatterLength(lines: readonly string[]): number {
  if (lines[0]?.trim() !== "---") return 0;
  return lines.findIndex((line, index) => index > 0 && line.trim() === "---") + 1;
}
