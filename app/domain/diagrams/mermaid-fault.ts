/**
 * What Mermaid's own parser says of a source it refuses, in words for the person who wrote it. The parser speaks of
 * tokens and counts lines after dropping some.
 */
import { parseFlowchart } from "./flowchart.ts";
import { authorLine, plainSource } from "./mermaid-source.ts";

/** Lines count from 1. */
export type DiagramFault = { line: number; message: string };

/** `token` is the piece of text at which the parser stopped, where it says so. */
export type MermaidRefusal = { message: string; token: string | null };

/** Why a source is not worth handing to Mermaid: too long, too large or not readable. Another diagram may be fine. */
export function findFault(source: string): DiagramFault | null {
  const parsed = parseFlowchart(source);
  if (parsed.ok || parsed.kind === "other-diagram") return null;
  return { line: parsed.line, message: parsed.message };
}

export function explainRefusal(source: string, { message, token }: MermaidRefusal): DiagramFault {
  const named = Number(/\bline (\d+)/.exec(message)?.[1] ?? "1");
  return { line: authorLine(plainSource(source), named), message: wordsFor(message, token) };
}

function wordsFor(message: string, token: string | null): string {
  if (message.startsWith("Lexical error")) return "Mermaid does not know this word or sign.";
  if (message.startsWith("No diagram type")) return "The first line names no diagram that Mermaid knows.";
  if (message.startsWith("Parsing failed")) return "Mermaid cannot read this line.";
  if (!message.startsWith("Parse error") || token === null) return firstSentence(message);
  if (token === "") return "The source ends before everything that was opened is closed.";
  if (token.trim() === "") return "Something is missing where this line ends.";
  return `Mermaid did not expect ${token.trim()} here.`;
}

function firstSentence(message: string): string {
  const [line = ""] = message.split("\n");
  const words = line.slice(0, 200).trim();
  return words === "" ? "Mermaid cannot draw this." : `Mermaid says: ${words.replace(/[.:]?$/, ".")}`;
}
