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

const fence = /^```mermaid[ \t]*\n([\s\S]*?)^```[ \t]*$/gm;

/** Cuts a candidate's Markdown into prose and drawn parts, in order. */
function candidateParts(body: string): { kind: "answer" | "diagram"; text: string }[] {
  const parts: { kind: "answer" | "diagram"; text: string }[] = [];
  let from = 0;
  for (const block of body.matchAll(fence)) {
    parts.push({ kind: "answer", text: body.slice(from, block.index).trim() });
    parts.push({ kind: "diagram", text: (block[1] ?? "").trim() });
    from = block.index + block[0].length;
  }
  parts.push({ kind: "answer", text: body.slice(from).trim() });
  return parts.filter((part) => part.text !== "");
}

/**
 * Reads a transcript written in Markdown. Text before the first heading, or a file without one of the two headings,
 * is a problem named with its line (1-based); an empty part is dropped.
 */
export function parseTranscript(markdown: string): { transcript: Turn[]; problems: string[] } {
  const transcript: Turn[] = [];
  const problems: string[] = [];
  let speaker: Speaker | null = null;
  let body: string[] = [];

  const flush = () => {
    const text = body.join("\n").trim();
    body = [];
    if (speaker === null || text === "") return;
    const parts = speaker === "candidate" ? candidateParts(text) : [{ kind: "question" as const, text }];
    for (const part of parts) {
      transcript.push({ seq: transcript.length + 1, speaker, ...part, checkId: null, factId: null });
    }
  };

  let inFence = false;
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    if (line.startsWith("```")) inFence = !inFence;
    const heading = inFence ? null : /^##\s+(interviewer|candidate)\s*$/i.exec(line);
    if (heading) {
      flush();
      speaker = SpeakerSchema.parse(heading[1]?.toLowerCase());
    } else if (speaker === null && line.trim() !== "") {
      problems.push(`line ${index + 1}: text before the first "## Interviewer" or "## Candidate" heading`);
      return { transcript: [], problems };
    } else {
      body.push(line);
    }
  }
  flush();
  if (!transcript.some((turn) => turn.speaker === "candidate")) {
    problems.push('has no "## Candidate" part with text below it');
  }
  return { transcript, problems };
}

/** Writes a transcript as Markdown that `parseTranscript` reads back to the same words. */
export function formatTranscript(transcript: Transcript): string {
  const parts: string[] = [];
  let last: Speaker | null = null;
  for (const turn of transcript) {
    if (turn.speaker !== last) parts.push(`## ${turn.speaker === "candidate" ? "Candidate" : "Interviewer"}`);
    last = turn.speaker;
    parts.push(turn.kind === "diagram" ? `\`\`\`mermaid\n${turn.text}\n\`\`\`` : turn.text);
  }
  return `${parts.join("\n\n")}\n`;
}
