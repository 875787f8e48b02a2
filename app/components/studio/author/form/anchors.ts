import type { FieldPlace } from "#app/domain/authoring/form/form-value.ts";

/** The id of a field on the page, which is also what an address ends with to lead there: `rubric.yaml/criteria[0].weight`. */
export function anchorOf({ file, path }: FieldPlace): string {
  return `${file}/${path}`;
}

/** A link to a field of the form, from wherever. */
export function fieldHref(place: FieldPlace): string {
  return `?view=form#${encodeURI(anchorOf(place))}`;
}

/**
 * Everything an anchor stands inside of, itself included: `criteria[0].checks[1].points` stands in `criteria[0]` and in
 * `criteria[0].checks[1]`. Those of them that open and close are opened to lead there.
 */
export function anchorsAround(anchor: string): string[] {
  const ends = [...anchor.matchAll(/[.[\]/]|$/g)].map(({ 0: end, index }) => index + (end === "]" ? 1 : 0));
  return ends.map((end) => anchor.slice(0, end));
}

/** Where the parts of a list's item go when the list changes: -1 takes them away. `to` gives the new place of each. */
export function movedAnchors(open: ReadonlySet<string>, list: string, to: (at: number) => number): Set<string> {
  const moved = new Set<string>();
  for (const anchor of open) {
    const at = anchor.startsWith(`${list}[`) ? /^\d+/.exec(anchor.slice(list.length + 1)) : null;
    if (!at) {
      moved.add(anchor);
      continue;
    }
    const place = to(Number(at[0]));
    if (place >= 0) moved.add(`${list}[${place}${anchor.slice(list.length + 1 + at[0].length)}`);
  }
  return moved;
}
