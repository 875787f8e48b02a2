/**
 * A transcript: who said what, in order. Its Markdown form has `## Interviewer` and `## Candidate` headings,
 * with Mermaid blocks inside a candidate's part for what was drawn.
 */
import { z } from "zod";

export const SpeakerSchema = z.enum(["interviewer", "candidate"]);
export type Speaker = z.infer<typeof SpeakerSchema>;

export const TurnKindSchema = z.enum(["question", "answer", "clarification", "fact", "twist", "hint", "diagram"]);
export type TurnKind = z.infer<typeof TurnKindSchema>;

export const TurnSchema = z.object({
  seq: z.int().min(1),
  speaker: SpeakerSchema,
  kind: TurnKindSchema,
  text: z.string(),
  checkId: z.string().nullable(),
  factId: z.string().nullable(),
  /** One of moves.ts: why the interviewer said it. Absent in what was written down elsewhere. */
  move: z.string().nullish(),
  /** Characters of it that came by pasting, where that is told: a fact about an answer, never scored. */
  pasted: z.int().min(0).optional(),
});
export type Turn = z.infer<typeof TurnSchema>;

export type Transcript = readonly Turn[];

/** Everything the candidate said, drew or asked: the only text that can be evidence. */
export function candidateTurns(transcript: Transcript): Turn[] {
  return transcript.filter((turn) => turn.speaker === "candidate");
}

/** Turns with the number of the question they put, null for all others. */
export function numberQuestions<T extends Pick<Turn, "kind">>(
  turns: readonly T[],
): (T & { questionNumber: number | null })[] {
  let number = 0;
  return turns.map((turn) => {
    const isQuestion = turn.kind === "question" || turn.kind === "twist";
    if (isQuestion) number += 1;
    return { ...turn, questionNumber: isQuestion ? number : null };
  });
}

/** Turns with the number of the hint they give to the question that stands, null for all others. */
export function numberHints<T extends Pick<Turn, "kind">>(turns: readonly T[]): (T & { hintNumber: number | null })[] {
  let number = 0;
  return turns.map((turn) => {
    if (turn.kind === "question" || turn.kind === "twist") number = 0;
    if (turn.kind === "hint") number += 1;
    return { ...turn, hintNumber: turn.kind === "hint" ? number : null };
  });
}

/** Lines that would be read as a heading or as the edge of a block; a backslash before them says that they are words. */
const readAsMarkup = /^\\*(?:```|##\s+(?:interviewer|candidate)\s*$)/i;

function escapeLine(line: string): string {
  return readAsMarkup.test(line) ? `\\${line}` : line;
}

function unescapeLine(line: string): string {
  return line.startsWith("\\") && readAsMarkup.test(line) ? line.slice(1) : line;
}

type Part = { speaker: Speaker; kind: "question" | "answer" | "diagram"; lines: string[] };
type Fence = { opensAt: number; isDiagram: boolean };

function speakerOf(line: string): Speaker | null {
  const heading = /^##\s+(interviewer|candidate)\s*$/i.exec(line);
  return heading ? SpeakerSchema.parse(heading[1]?.toLowerCase()) : null;
}

function wordsOf(speaker: Speaker): Part {
  return { speaker, kind: speaker === "candidate" ? "answer" : "question", lines: [] };
}

/** The parts of a transcript's Markdown; a block that is not closed would swallow the headings below it. */
function cutParts(markdown: string): { parts: Part[]; problem: string | null } {
  const parts: Part[] = [];
  let fence: Fence | null = null;
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    const open = parts.at(-1);
    const speaker = fence ? null : speakerOf(line);
    if (speaker) {
      parts.push(wordsOf(speaker));
    } else if (!open) {
      const problem = `line ${index + 1}: text before the first "## Interviewer" or "## Candidate" heading`;
      if (line.trim() !== "") return { parts: [], problem };
    } else if (fence && /^```[ \t]*$/.test(line)) {
      if (fence.isDiagram) parts.push(wordsOf(open.speaker));
      else open.lines.push(line);
      fence = null;
    } else if (!fence && line.startsWith("```")) {
      fence = { opensAt: index + 1, isDiagram: open.speaker === "candidate" && /^```mermaid[ \t]*$/.test(line) };
      if (fence.isDiagram) parts.push({ ...open, kind: "diagram", lines: [] });
      else open.lines.push(line);
    } else {
      open.lines.push(unescapeLine(line));
    }
  }
  return { parts, problem: fence && `line ${fence.opensAt}: a block that begins with \`\`\` is not closed` };
}

/**
 * Reads a transcript written in Markdown. Text before the first heading, a block that is not closed, or a file in which
 * the candidate says nothing is a problem, named with its line (1-based) where it has one; an empty part is dropped.
 */
export function parseTranscript(markdown: string): { transcript: Turn[]; problems: string[] } {
  const { parts, problem } = cutParts(markdown);
  if (problem) return { transcript: [], problems: [problem] };
  const transcript = parts
    .map(({ speaker, kind, lines }) => ({ speaker, kind, text: lines.join("\n").trim() }))
    .filter(({ text }) => text !== "")
    .map((said, index) => ({ seq: index + 1, ...said, checkId: null, factId: null }));
  const hasAnswer = candidateTurns(transcript).length > 0;
  return { transcript, problems: hasAnswer ? [] : ['has no "## Candidate" part with text below it'] };
}

/**
 * Writes a transcript as Markdown that `parseTranscript` reads back to the same words, whatever they are: a candidate's
 * answer that looks like a heading stays an answer.
 */
export function formatTranscript(transcript: Transcript): string {
  const parts: string[] = [];
  let last: Speaker | null = null;
  for (const turn of transcript) {
    if (turn.speaker !== last) parts.push(`## ${turn.speaker === "candidate" ? "Candidate" : "Interviewer"}`);
    last = turn.speaker;
    const text = turn.text.split("\n").map(escapeLine).join("\n");
    parts.push(turn.kind === "diagram" ? `\`\`\`mermaid\n${text}\n\`\`\`` : text);
  }
  return `${parts.join("\n\n")}\n`;
}
