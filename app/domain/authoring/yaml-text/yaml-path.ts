/** The way to a value in YAML, and values changed at the end of one, without the text they come from. */
import type { FormValue } from "../form/form-value.ts";

export type YamlPath = readonly (string | number)[];

const step = /\.?([^.[\]]+)|\[(\d+)\]/y;

/** `criteria[0].levels.3` as its steps; null for what is no way. */
export function parsePath(text: string): YamlPath | null {
  const steps: (string | number)[] = [];
  step.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    const match = step.exec(text);
    if (!match) return null;
    steps.push(match[2] === undefined ? (match[1] ?? "") : Number(match[2]));
    at = step.lastIndex;
  }
  return steps;
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at the end of a way; undefined where nothing does. */
export function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((found, key) => {
    if (typeof key === "number") return Array.isArray(found) ? found[key] : undefined;
    return isMapping(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }, value);
}

/** A copy with the end of a way changed; whatever is missing on the way is made. */
export function withValue(value: unknown, path: YamlPath, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (typeof key === "number") {
    const list: unknown[] = Array.isArray(value) ? [...value] : [];
    list[key] = withValue(list[key], rest, change);
    return list;
  }
  const own = isMapping(value) ? value : {};
  const entries = Object.entries(own).filter(([name]) => name !== key);
  const changed = withValue(Object.hasOwn(own, key) ? own[key] : undefined, rest, change);
  if (changed === undefined) return Object.fromEntries(entries);
  const at = Object.keys(own).indexOf(key);
  entries.splice(at < 0 ? entries.length : at, 0, [key, changed]);
  return Object.fromEntries(entries);
}

/** The same data as JSON, whatever order mappings are in. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isMapping(value)) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([key, each]) => [key, canonical(each)]);
}

export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

/** The longest part of the way to which there is something, and what a value at its end makes of what follows it. */
export function shortenToExisting(
  value: unknown,
  path: YamlPath,
  written: FormValue,
): { path: YamlPath; value: FormValue } {
  let [at, built] = [path.length, written];
  while (at > 0 && !canHold(valueAt(value, path.slice(0, at - 1)), path[at - 1])) {
    const key = path[at - 1];
    built = typeof key === "number" ? [built] : { [key ?? ""]: built };
    at -= 1;
  }
  return { path: path.slice(0, at), value: built };
}

function canHold(container: unknown, key: string | number | undefined): boolean {
  return typeof key === "number" ? Array.isArray(container) && key <= container.length : isMapping(container);
}
