/**
 * Where a candidate drew: what was typed into the field for a diagram, and Mermaid blocks inside an answer. A block that
 * is not closed runs to the end, as in Markdown.
 */
import { maxSourceLength } from "../../diagrams/graph.ts";
import { candidateTurns, type Transcript, type Turn } from "../../interview/transcript.ts";

/** Characters `start` to `end` of the text of turn `seq`. */
export type DiagramSource = { seq: number; start: number; end: number; source: string };

const opening = /^ {0,3}(`{3,}|~{3,})[ \t]*mermaid\b/i;

/** In the order they were given; an empty one is none. */
export function diagramSources(transcript: Transcript): DiagramSource[] {
  return candidateTurns(transcript).flatMap((turn) => {
    const blocks = blocksIn(turn);
    const all = blocks.length === 0 && turn.kind === "diagram" ? [{ start: 0, end: turn.text.length }] : blocks;
    return all
      .map(({ start, end }) => ({ seq: turn.seq, start, end, source: turn.text.slice(start, end) }))
      .filter(({ source }) => source.trim() !== "");
  });
}

function blocksIn({ text }: Turn): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  let open: { fence: string; start: number } | null = null;
  for (let at = 0; at <= text.length;) {
    const lineEnd = text.indexOf("\n", at);
    const next = lineEnd < 0 ? text.length + 1 : lineEnd + 1;
    // A fence is short; of a line of a megabyte its beginning says enough.
    const line = text.slice(at, Math.min(next - 1, at + 80));
    if (open) {
      if (closes(line, open.fence)) {
        blocks.push({ start: open.start, end: Math.max(open.start, at - 1) });
        open = null;
      }
    } else {
      const fence = opening.exec(line)?.[1];
      if (fence) open = { fence, start: Math.min(next, text.length) };
    }
    at = next;
  }
  if (open) blocks.push({ start: open.start, end: text.length });
  return blocks;
}

function closes(line: string, fence: string): boolean {
  const trimmed = line.trim();
  return trimmed.startsWith(fence) && trimmed === fence.charAt(0).repeat(trimmed.length);
}

/**
 * A transcript without the diagrams that are too long to be read: no grader should spend its time on them. Everything
 * else stays where it stands.
 */
export function withoutOversized(transcript: Transcript): Transcript {
  const oversized = diagramSources(transcript).filter(({ source }) => source.length > maxSourceLength);
  if (oversized.length === 0) return transcript;
  return transcript.map((turn) => {
    const cut = oversized.filter(({ seq }) => seq === turn.seq);
    return cut.length === 0 ? turn : { ...turn, text: cut.reduce(blankOut, turn.text).trimEnd() };
  });
}

function blankOut(text: string, { start, end }: DiagramSource): string {
  return text.slice(0, start) + "\n".repeat(end - start) + text.slice(end);
}
