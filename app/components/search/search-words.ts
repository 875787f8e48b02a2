import { longestQuery } from "#app/domain/retrieval/query-limit.ts";
import type { EmptyQuery } from "#app/domain/retrieval/query.ts";
import type { PassageKind } from "#app/domain/retrieval/passage.ts";

/** What a result is a part of, where its page's title does not say it. */
export const kindWords: Record<PassageKind, string> = {
  section: "Study page",
  term: "Term",
  contradiction: "Disagreement",
};

/** Why a query cannot be searched for, in two sentences: what is so, and what to try. */
export function refusalWords(reason: Exclude<EmptyQuery, "nothing">): { title: string; advice: string } {
  switch (reason) {
    case "too-long":
      return {
        title: `That is more than ${longestQuery} characters.`,
        advice: "Shorten it to the one thing you want to know.",
      };
    case "common-words":
      return {
        title: "Only words that stand everywhere.",
        advice: "Add what it is about: retrieval, training, a cost, a delay.",
      };
    case "other-script":
      return {
        title: "The material is in English.",
        advice: "Ask in English; a few plain words are enough.",
      };
  }
}

export function countWords(count: number): string {
  return count === 1 ? "1 place" : `${count} places`;
}
