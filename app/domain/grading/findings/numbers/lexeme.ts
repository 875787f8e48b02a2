/**
 * The smallest pieces of a text that matter for reading quantities: numerals, words and single signs, each with its
 * place. Code is left out: what stands in a block or between backticks is nobody's statement about the situation.
 */
import type { Span } from "../../../text/words.ts";

/** `low` is what words are compared by; `isGlued` says that nothing stands between it and the lexeme before. */
export type Lexeme = Span & { text: string; low: string; kind: "number" | "word" | "sign"; isGlued: boolean };

const pattern = /\d+(?:[.,]\d+)*|\p{L}+(?:['\u2019]\p{L}+)*|\n|\S/gu;
const block = /```[^]*?(?:```|$)/g;
const inlineCode = /`[^`\n]*`/g;

function blank(code: string): string {
  return code.replace(/[^\n]/g, " ");
}

export function lexemesIn(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (const match of text.replace(block, blank).replace(inlineCode, blank).matchAll(pattern)) {
    const raw = match[0];
    const start = match.index;
    const kind = /^\d/.test(raw) ? "number" : /^\p{L}/u.test(raw) ? "word" : "sign";
    const low = raw.toLowerCase().replace("\u2019", "'");
    lexemes.push({ text: raw, low, kind, start, end: start + raw.length, isGlued: lexemes.at(-1)?.end === start });
  }
  return lexemes;
}
