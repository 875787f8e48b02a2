import { LevelAppealSchema, type AskedLevelAppeal } from "#app/domain/hiring/level-appeal.ts";
import type { RefusedLevelAppeal } from "#app/domain/hiring/candidate-result.ts";
import { parseForm, readText } from "./form.server.ts";

/** What the form that contests a level sends; what was typed is given back where it is not taken. */
export function readCandidateAppeal(
  form: FormData,
): { ok: true; asked: AskedLevelAppeal } | { ok: false; refused: RefusedLevelAppeal } {
  const parsed = parseForm(LevelAppealSchema, form);
  if (parsed.ok) return { ok: true, asked: parsed.values };
  return { ok: false, refused: refusedAppeal(form, Object.values(parsed.problems.fields)[0] ?? "Send it again.") };
}

/** An appeal that was not taken, with why. */
export function refusedAppeal(form: FormData, problem: string): RefusedLevelAppeal {
  const [session, criterion] = [readText(form, "session"), readText(form, "criterion")];
  return { session, criterion, reason: readText(form, "reason"), problem };
}
