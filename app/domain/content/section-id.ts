/**
 * The anchors of headings, made as GitHub makes them: lower case, without punctuation, spaces as hyphens, and a number
 * after an anchor that a page uses again.
 */

/** The anchor of a heading on its own: "Who can't see it?" is `who-cant-see-it`. */
export function sectionId(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** Names the headings of one page, in order, so that no two are the same. */
export function nameSections(headings: readonly string[]): string[] {
  const used = new Set<string>();
  return headings.map((heading) => {
    const base = sectionId(heading) || "section";
    let id = base;
    for (let count = 1; used.has(id); count += 1) id = `${base}-${count}`;
    used.add(id);
    return id;
  });
}
