import type { GivenAnswer } from "#app/domain/review/appeal-answer.ts";
import { readText } from "./form.server.ts";

/** What the form that answers an appeal sends: `level` is a level or "none" for cannot tell. */
export function readAppealAnswerForm(form: FormData): GivenAnswer {
  const level = readText(form, "level");
  const comment = readText(form, "comment");
  if (level === "none") return { level: null, comment };
  return { level: /^\d$/.test(level) ? Number(level) : undefined, comment };
}
