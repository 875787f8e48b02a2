/** What a comparison says in words: how far readers are apart, what counts, and what happens next. */
import type { ComparedCriterion, Comparison } from "#app/domain/hiring/comparison.ts";

const levelsWords = (many: number) => (many === 1 ? "one level" : `${many} levels`);

/** People first: a grader's level moves nothing, so how far it lies is said apart from how far people are. */
export function apartWords({ apart, readings, grader }: Pick<ComparedCriterion, "apart" | "readings" | "grader">) {
  const others = readings.length - 1 + (grader === null ? 0 : 1);
  if (others === 0) return "Nobody else’s level is here yet.";
  const given = readings.flatMap(({ level }) => (level === null ? [] : [level]));
  const people = given.length < 2 ? 0 : Math.max(...given) - Math.min(...given);
  if (apart > people) {
    if (people > 0) return `People are ${levelsWords(people)} apart; with the grader it is ${levelsWords(apart)}.`;
    return `${given.length > 1 ? "People agree; the" : "The"} grader is ${levelsWords(apart)} away.`;
  }
  if (apart > 0) return apart === 1 ? "One level apart." : `${apart} levels apart.`;
  const untold = readings.some(({ level }) => level === null);
  return untold ? "Not everybody could tell." : "The same level.";
}

const settledWords = {
  median: "the median of the reviewers",
  adjudication: "decided by a person who had not reviewed",
  change: "changed by a person afterwards, with a reason on the record",
} as const;

export function countsWords({ settled, readings }: Pick<ComparedCriterion, "settled" | "readings">): string | null {
  if (settled === null) return null;
  const { level, by } = settled;
  // One reviewer was asked for, or the reviewing was ended early: there is nothing between which to find a middle.
  const isOnly = by === "median" && readings.length === 1;
  return `Level ${level} counts: ${isOnly ? "it is the only reviewer’s" : settledWords[by]}.`;
}

const people = (many: number) => (many === 1 ? "One more person is" : `${many} more people are`);

export function nextWords({ state, missing, as }: Comparison): { title: string; text: string } {
  if (state === "waiting") {
    return {
      title: `Your levels are given, and stand. ${people(missing)} still to give theirs.`,
      text: "You see them here as they come. Where two of you are two levels apart or more, a third person decides.",
    };
  }
  if (state === "adjudicating") {
    return {
      title: "Reviewers are two levels apart or more. A person who has not reviewed decides.",
      text: "That person reads the interview and both readings without names, and gives a reason you will see here.",
    };
  }
  return {
    title: as === "adjudication" ? "You have decided. The reviewing is complete." : "The reviewing is complete.",
    text: "What counts stands beside each criterion. No grader’s level is part of it.",
  };
}
