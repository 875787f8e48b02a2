import type { RubricCriterion } from "#app/components/review/levels-form.tsx";
import type { ReviewQuote } from "#app/domain/review/quotes.ts";
import type { Marked } from "./marked-paragraphs.ts";

export const quoteId = (criterion: string, { seq, start, end }: Pick<ReviewQuote, "seq" | "start" | "end">) =>
  `${criterion}-${seq}-${start}-${end}`;

/** Of the button at the end of a quote in the transcript. */
export const quoteKeyId = (id: string) => `quote-${id}`;

/** The marks of every turn that has some, by its number: in the order of the rubric. */
export function marksBySeq(
  criteria: readonly Pick<RubricCriterion, "id" | "key">[],
  quotes: Readonly<Record<string, readonly ReviewQuote[]>>,
): Map<number, Marked[]> {
  const found = new Map<number, Marked[]>();
  for (const { id: criterion, key } of criteria) {
    for (const quote of quotes[criterion] ?? []) {
      const { seq, start, end } = quote;
      const mark = { id: quoteId(criterion, quote), key, criterion, start, end };
      found.set(seq, [...(found.get(seq) ?? []), mark]);
    }
  }
  return found;
}
