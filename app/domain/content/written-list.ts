/**
 * YAML files that hold one list of entries, each with an id of its own: every entry is held against its schema alone, so
 * that a broken one leaves the others to be served.
 */
import { z } from "zod";
import type { Problem } from "../scenarios/problem.ts";
import { holdAgainst, readYaml, type WrittenFile } from "../scenarios/written-file.ts";

/** Reads the list that a file keeps under `name`. Never throws. */
export function readList<S extends z.ZodType<{ id: string }>>(
  { file, text }: WrittenFile,
  { name, schema }: { name: string; schema: S },
): { entries: z.infer<S>[]; problems: Problem[] } {
  const { value, problems } = readYaml(file, text);
  if (problems.length > 0) return { entries: [], problems };
  const held = holdAgainst(z.strictObject({ [name]: z.array(z.unknown()) }), file, value);
  const entries: z.infer<S>[] = [];
  const found = [...held.problems];
  const seen = new Set<string>();
  for (const [at, entry] of (held.value?.[name] ?? []).entries()) {
    const read = holdAgainst(schema, file, entry);
    const label = `${name}[${at}]${nameOf(entry)}`;
    found.push(...read.problems.map((problem) => ({ ...problem, field: fieldBelow(label, problem.field) })));
    if (!read.value) continue;
    if (seen.has(read.value.id)) {
      found.push({ file, field: `${label}.id`, message: `is used twice: ${read.value.id}`, severity: "error" });
      continue;
    }
    seen.add(read.value.id);
    entries.push(read.value);
  }
  return { entries, problems: found };
}

/** People look for an entry by its id, not by counting. */
function nameOf(entry: unknown): string {
  const isNamed = typeof entry === "object" && entry !== null && "id" in entry && typeof entry.id === "string";
  return isNamed ? ` (${String(entry.id)})` : "";
}

function fieldBelow(label: string, field: string): string {
  return field === "the whole file" ? label : `${label}.${field}`;
}
