/**
 * A source with its undo history, kept by the browser for this tab, so that undo reaches back over a reload. What is kept
 * is bounded, and what cannot be read back is as if it had never been.
 */

/** `history` and `selection` are the editor's own; nobody else looks into them. */
export type KeptSource = { text: string; selection?: unknown; history?: unknown };

const prefix = "tradeoff.diagram.";

/** In characters; about five hundred edits of ordinary size. */
export const maxKeptLength = 300_000;

export function findKeptSource(key: string): KeptSource | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + key) ?? "null");
    if (typeof kept !== "object" || kept === null || !("text" in kept) || typeof kept.text !== "string") return null;
    return { ...kept, text: kept.text };
  } catch {
    return null;
  }
}

/** A browser that keeps nothing, or has no room, is no fault: undo then ends at the reload. */
export function keepSource(key: string, kept: KeptSource): void {
  const written = JSON.stringify({ ...kept, history: withinBounds(kept.history) });
  try {
    sessionStorage.setItem(prefix + key, written);
  } catch {
    try {
      forgetOthers(key);
      sessionStorage.setItem(prefix + key, written);
    } catch {
      return;
    }
  }
}

function forgetOthers(key: string): void {
  const names = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? "");
  for (const name of names) {
    if (name.startsWith(prefix) && name !== prefix + key) sessionStorage.removeItem(name);
  }
}

/** The newest edits that fit. The editor itself forgets the oldest in the same way: from the front. */
export function withinBounds(history: unknown): unknown {
  if (typeof history !== "object" || history === null || !("done" in history) || !Array.isArray(history.done)) {
    return undefined;
  }
  let done: unknown[] = history.done;
  while (done.length > 0 && JSON.stringify(done).length > maxKeptLength) done = done.slice(Math.ceil(done.length / 2));
  const undone = "undone" in history && Array.isArray(history.undone) ? (history.undone as unknown[]) : [];
  const fits = JSON.stringify(done).length + JSON.stringify(undone).length <= maxKeptLength;
  return { done, undone: fits ? undone : [] };
}
