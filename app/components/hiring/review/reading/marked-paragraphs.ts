/** A place in a turn that is marked: `key` is shown at its end, `id` names it among all marks. */
export type Marked = { id: string; key: string; criterion: string; start: number; end: number };

/** A run of characters that the same marks cover, with those that end at its end. */
export type MarkedPiece = { text: string; marks: Marked[]; ends: Marked[] };

/** A paragraph and the character of the turn at which it begins. */
export type MarkedParagraph = { from: number; pieces: MarkedPiece[] };

type Span = { from: number; to: number };

/** Where a text is cut, as a person typed it: at lines that are left empty. */
function paragraphsIn(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const gap of text.matchAll(/\n[ \t]*\n\s*/g)) {
    spans.push({ from, to: gap.index });
    from = gap.index + gap[0].length;
  }
  spans.push({ from, to: text.length });
  return spans.filter((span) => text.slice(span.from, span.to).trim() !== "");
}

function piecesIn(text: string, { from, to }: Span, marks: readonly Marked[]): MarkedPiece[] {
  const cuts = new Set([from, to]);
  for (const { start, end } of marks) for (const at of [start, end]) if (at > from && at < to) cuts.add(at);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] ?? to;
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end);
    return { text: text.slice(start, end), marks: covering, ends: covering.filter((mark) => mark.end === end) };
  });
}

/** A text with its marks, which may overlap, lie in each other and run over paragraphs. */
export function markParagraphs(text: string, marks: readonly Marked[]): MarkedParagraph[] {
  return paragraphsIn(text).map((span) => ({ from: span.from, pieces: piecesIn(text, span, marks) }));
}
