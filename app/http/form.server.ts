import type { z } from "zod";
import { storable } from "#app/domain/text/storable.ts";

export type FormProblems = { fields: Record<string, string>; form: string | null };

/** What was typed into a field; a file or a missing field counts as nothing typed. */
export function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? storable(value) : "";
}

/** Every field of a form by its name, its text as it can be kept. Of fields with one name the last counts. */
export function readFields(form: FormData): Record<string, FormDataEntryValue> {
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, typeof value === "string" ? storable(value) : value]),
  );
}

/** Reads a form by its schema: the values, or for each field what is wrong with it, in words. */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): { ok: true; values: z.infer<Schema> } | { ok: false; problems: FormProblems } {
  const parsed = schema.safeParse(readFields(form));
  if (parsed.success) return { ok: true, values: parsed.data };
  const problems: FormProblems = { fields: {}, form: null };
  for (const issue of parsed.error.issues) {
    const field = issue.path[0];
    if (field === undefined) problems.form ??= issue.message;
    else problems.fields[String(field)] ??= issue.message;
  }
  return { ok: false, problems };
}
