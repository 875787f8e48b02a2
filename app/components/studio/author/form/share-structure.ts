type Group = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The next value, with every part that says the same as before being the very object it was: what is rendered from such a
 * part need not be rendered again.
 */
export function shareStructure<T>(before: unknown, next: T): T {
  return share(before, next) as T;
}

function share(before: unknown, next: unknown): unknown {
  if (Array.isArray(next)) {
    const was: readonly unknown[] | null = Array.isArray(before) ? before : null;
    const shared = next.map((item, at) => share(was?.[at], item));
    return was?.length === shared.length && shared.every((item, at) => Object.is(item, was[at])) ? was : shared;
  }
  if (isGroup(next)) {
    const was = isGroup(before) ? before : null;
    const shared = Object.entries(next).map(([key, item]) => [key, share(was?.[key], item)] as const);
    const isSame =
      was !== null &&
      shared.length === Object.keys(was).length &&
      shared.every(([key, item]) => key in was && Object.is(item, was[key]));
    return isSame ? was : Object.fromEntries(shared);
  }
  return next;
}

/** Remembers the value before from call to call. */
export function createSharing<T>(): (next: T) => T {
  let before: T | null = null;
  return (next) => {
    before = shareStructure(before, next);
    return before;
  };
}
