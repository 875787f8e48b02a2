import type { RubricCriterion } from "#app/components/review/levels-form.tsx";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";

function levelWords(level: number | null | undefined): string {
  if (level === undefined) return "not rated";
  return level === null ? "cannot tell" : `level ${level}`;
}

/** A review in plain words, to be copied from the page. */
export function reviewAsText(criteria: readonly RubricCriterion[], draft: ReviewDraft): string {
  const { levels, comments, quotes } = draft;
  return criteria
    .map(({ id, key, title }) =>
      [
        `${key}, ${title}: ${levelWords(levels[id])}`,
        ...(comments[id]?.trim() ? [comments[id].trim()] : []),
        ...(quotes[id] ?? []).map(({ text }) => `“${text}”`),
      ].join("\n"),
    )
    .join("\n\n");
}
