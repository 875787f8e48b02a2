/**
 * A mark, its check and its note are one thing in three places, tied by the check's key. Each carries the keys it stands
 * for in `data-checks`; whichever is hovered, focused or led to, all of them light up, by the style sheet alone.
 */
import type { Mark, Segment } from "#app/domain/grading/scorecard/marked-text.ts";
import type { ScorecardTurn } from "#app/domain/grading/scorecard/marked-transcript.ts";

export const checkId = (key: string) => `check-${key}`;
export const wordsId = (markId: string) => `words-${markId}`;

/** One rule a key. Keys are a letter, perhaps an F, and a number: nothing in them needs escaping. */
export function tieRules(keys: readonly string[]): string {
  return keys
    .filter((key) => /^\w+$/.test(key))
    .map((key) => {
      const tied = `[data-checks~="${key}"]`;
      const lit = "--tied-mark: var(--mark-strong); --tied-wash: var(--pen-wash)";
      return `.scorecard:has(${tied}:is(:hover, :focus-within, :target)) ${tied} { ${lit} }`;
    })
    .join("\n");
}

/** Where the words of each check begin: the first of its marks in the transcript. */
export function firstWords(transcript: readonly ScorecardTurn[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { checkKey, id } of marksIn(transcript)) if (!first.has(checkKey)) first.set(checkKey, id);
  return first;
}

export function marksIn(turns: readonly ScorecardTurn[]): Mark[] {
  return turns.flatMap(({ segments }) => segments.flatMap(({ marks }) => marks));
}

/** A piece of text with what begins and ends at it: an anchor stands at the beginning, the key at the end. */
export type Piece = { segment: Segment; begins: Mark[]; ends: Mark[] };

/** A mark may run over several segments where others overlap it. */
export function piecesOf(segments: readonly Segment[]): Piece[] {
  const has = (segment: Segment | undefined, { id }: Mark) => segment?.marks.some((mark) => mark.id === id) ?? false;
  return segments.map((segment, at) => ({
    segment,
    begins: segment.marks.filter((mark) => !has(segments[at - 1], mark)),
    ends: segment.marks.filter((mark) => !has(segments[at + 1], mark)),
  }));
}

/** Cuts marked text where lines are left empty; marks go on from one paragraph into the next. */
export function splitParagraphs(segments: readonly Segment[]): Segment[][] {
  const paragraphs: Segment[][] = [[]];
  for (const { text, marks } of segments) {
    for (const [at, piece] of text.split(/\n[ \t]*\n\s*/).entries()) {
      if (at > 0) paragraphs.push([]);
      if (piece !== "") paragraphs.at(-1)?.push({ text: piece, marks });
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
