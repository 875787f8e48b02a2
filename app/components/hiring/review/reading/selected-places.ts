import type { Place } from "./picking.ts";

function lengthUpTo(paragraph: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** What of a paragraph of the candidate lies in the range; its `data-seq` and `data-from` say where it stands. */
function placeIn(paragraph: HTMLElement, range: Range): Place | null {
  if (!range.intersectsNode(paragraph)) return null;
  const [seq, from] = [Number(paragraph.dataset["seq"]), Number(paragraph.dataset["from"])];
  const startsHere = paragraph.contains(range.startContainer);
  const endsHere = paragraph.contains(range.endContainer);
  const start = startsHere ? lengthUpTo(paragraph, range.startContainer, range.startOffset) : 0;
  const length = (paragraph.textContent ?? "").length;
  const end = endsHere ? lengthUpTo(paragraph, range.endContainer, range.endOffset) : length;
  return end > start ? { seq, start: from + start, end: from + end } : null;
}

/** The candidate's words in what is selected on the page, as one place a turn; whatever else is selected is left out. */
export function selectedPlaces(selection: Selection | null, transcript: Element): Place[] {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const places = new Map<number, Place>();
  for (const paragraph of transcript.querySelectorAll<HTMLElement>("p[data-from]")) {
    const place = placeIn(paragraph, range);
    if (!place) continue;
    const { seq, end } = place;
    places.set(seq, { ...place, ...(places.has(seq) && { start: places.get(seq)?.start ?? place.start }), end });
  }
  return [...places.values()];
}
