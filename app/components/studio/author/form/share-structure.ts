/**
 * The next value, with every part that says the same as before being the very object it was: what is rendered from such a
 * part need not be rendered again.
 */
export function shareStructure<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next;
  if (Array.isArray(next)) {
    const was: readonly unknown[] = Array.isArray(before) ? before : [];
    const shared = next.map((item: unknown, at) => shareStructure(was[at], item));
    const isSame = shared.length === was.length && shared.every((item, at) => Object.is(item, was[at]));
    return (isSame ? before : shared) as T;
  }
  if (typeof next !== "object" || next === null) return next;
  const was = (typeof before === "object" && before !== null ? before : {}) as Record<string, unknown>;
  const shared = Object.entries(next).map(([key, item]) => [key, shareStructure(was[key], item)] as const);
  const isSame =
    !Array.isArray(before) &&
    shared.length === Object.keys(was).length &&
    shared.every(([key, item]) => key in was && Object.is(item, was[key]));
  return (isSame ? before : Object.fromEntries(shared)) as T;
}
