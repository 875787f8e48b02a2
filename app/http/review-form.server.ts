import type { GivenReview } from "#app/domain/review/review.ts";
import { readFields } from "./form.server.ts";

/** What the form of a review sends: `level:<criterion>` is a level or "none" for cannot tell, `comment:<criterion>` text. */
export function readReviewForm(form: FormData): GivenReview {
  const levels: Record<string, number | null> = {};
  const comments: Record<string, string> = {};
  for (const [name, value] of Object.entries(readFields(form))) {
    const [, field, criterion] = /^(level|comment):([a-z0-9-]+)$/.exec(name) ?? [];
    if (criterion === undefined || typeof value !== "string") continue;
    if (field === "comment") comments[criterion] = value;
    else if (value === "none") levels[criterion] = null;
    else if (/^\d$/.test(value)) levels[criterion] = Number(value);
  }
  return { levels, comments };
}
