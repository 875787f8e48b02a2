import { AppealAnswerSchema, type GivenAppealAnswer } from "#app/domain/hiring/level-appeal.ts";
import { parseForm, readText } from "./form.server.ts";

type Refused = { message: string; fields: Record<string, string>; given: { level: string; answer: string } };

/** What the form that answers an appeal sends; what was typed is given back where it is not taken. */
export function readLevelAppealForm(
  form: FormData,
): { ok: true; answer: GivenAppealAnswer } | { ok: false; refused: Refused } {
  const parsed = parseForm(AppealAnswerSchema, form);
  if (parsed.ok) return { ok: true, answer: parsed.values };
  const given = { level: readText(form, "level"), answer: readText(form, "answer") };
  return { ok: false, refused: { message: "Your answer is not kept yet.", fields: parsed.problems.fields, given } };
}
