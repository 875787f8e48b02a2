import type { z } from "zod";
import {
  AssessmentChangesSchema,
  AssessmentSettingsSchema,
  mostParts,
  type AssessmentChanges,
  type AssessmentSettings,
} from "#app/domain/hiring/assessment.ts";
import { readText } from "#app/http/form.server.ts";

/** What was chosen and typed, right or wrong, by the name of its field: whoever is refused finds it again. */
export type GivenAssessment = Record<string, string>;

export type ParsedAssessment<Values> = { ok: true; values: Values } | { ok: false; fields: Record<string, string> };

export function readGivenAssessment(form: FormData): GivenAssessment {
  return Object.fromEntries([...form.keys()].map((name) => [name, readText(form, name)]));
}

/** NaN where there is no number: the schema says what to enter. */
function readNumber(form: FormData, name: string): number {
  const text = readText(form, name).trim().replace(",", ".");
  return text === "" ? Number.NaN : Number(text);
}

const isChecked = (form: FormData, name: string) => readText(form, name) !== "";
const orNull = (text: string) => (text === "" ? null : text);

function readChanges(form: FormData) {
  return {
    name: readText(form, "name"),
    deadline: orNull(readText(form, "deadline").trim()),
    about: readText(form, "about"),
    contact: readText(form, "contact").trim(),
    reviewersPerSession: readNumber(form, "reviewersPerSession"),
    gateKappa: readNumber(form, "gateKappa"),
    gateLeast: readNumber(form, "gateLeast"),
    hideUnvalidated: isChecked(form, "hideUnvalidated"),
    feedback: {
      levels: isChecked(form, "feedback-levels"),
      words: isChecked(form, "feedback-words"),
      study: isChecked(form, "feedback-study"),
      appeal: isChecked(form, "feedback-appeal"),
    },
  };
}

/** A scenario that was not chosen is no part; the others keep their order. `fields` are the numbers in their names. */
function readParts(form: FormData) {
  const numbers = Array.from({ length: mostParts }, (_, index) => index + 1);
  const chosen = numbers.filter((number) => readText(form, `part-${number}`) !== "");
  return {
    numbers: chosen,
    parts: chosen.map((number) => ({
      scenarioHash: readText(form, `part-${number}`),
      minutes: readText(form, `minutes-${number}`).trim() === "" ? null : readNumber(form, `minutes-${number}`),
    })),
  };
}

function problemsOf({ issues }: z.ZodError, numbers: readonly number[] = []): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) {
    const [first, index, what] = path;
    const number = typeof index === "number" ? numbers[index] : undefined;
    const field = first === "parts" ? `${what === "minutes" ? "minutes" : "part"}-${number ?? 1}` : String(first);
    fields[field] ??= message;
  }
  return fields;
}

/** The whole form of a draft. Problems of parts are told by the place the row has among those that are kept. */
export function parseSettingsForm(form: FormData): ParsedAssessment<AssessmentSettings> {
  const { parts, numbers } = readParts(form);
  const read = AssessmentSettingsSchema.safeParse({
    ...readChanges(form),
    parts,
    attempts: readNumber(form, "attempts"),
    retentionDays: readNumber(form, "retentionDays"),
    modelMayGrade: isChecked(form, "modelMayGrade"),
    warmUp: orNull(readText(form, "warmUp")),
  });
  return read.success ? { ok: true, values: read.data } : { ok: false, fields: problemsOf(read.error, numbers) };
}

/** The form of one that has been opened: whatever else is sent is not read. */
export function parseChangesForm(form: FormData): ParsedAssessment<AssessmentChanges> {
  const read = AssessmentChangesSchema.safeParse(readChanges(form));
  return read.success ? { ok: true, values: read.data } : { ok: false, fields: problemsOf(read.error) };
}

/** Problems that a service found in the parts that were kept, told at the rows they came from. */
export function atTheirRows(fields: Record<string, string>, form: FormData): Record<string, string> {
  const { numbers } = readParts(form);
  return Object.fromEntries(
    Object.entries(fields).map(([field, message]) => {
      const at = /^part-(\d+)$/.exec(field)?.[1];
      const number = at === undefined ? undefined : numbers[Number(at) - 1];
      return [number === undefined ? field : `part-${number}`, message];
    }),
  );
}
