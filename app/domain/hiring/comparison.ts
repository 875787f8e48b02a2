/**
 * One's own levels beside everybody else's, once one's own are given: where readers differ most comes first, since that
 * is what is worth reading again.
 */
import type { ReviewQuote } from "../review/quotes.ts";
import type { SettledBy } from "./settled.ts";

/** What one reader made of one criterion; null where they could not tell. */
export type Reading = { level: number | null; comment: string; quotes: readonly ReviewQuote[] };

export type Reader = { by: string; as: "you" | "colleague" | "decided"; of: (criterionId: string) => Reading | null };

export type ReadingBy = Reading & { by: string; as: Reader["as"] };

export type ComparedCriterion = {
  id: string;
  key: string;
  title: string;
  /** The viewer's own first. */
  readings: ReadingBy[];
  /** The grader's level; null where there is none, or none is to be shown. */
  grader: number | null;
  settled: { level: number; by: SettledBy } | null;
  /** Between the lowest and the highest of all that is shown. */
  apart: number;
};

export type Comparison = {
  givenOn: string;
  as: "independent" | "adjudication";
  state: "waiting" | "adjudicating" | "complete";
  /** Reviews that others have not given yet. */
  missing: number;
  criteria: ComparedCriterion[];
  /** What can be said of the grader's levels; null where it gave none. */
  gate: { isValidated: boolean; isHidden: boolean; words: string } | null;
};

type Compared = {
  criteria: readonly { id: string; key: string; title: string }[];
  readers: readonly Reader[];
  grader: (criterionId: string) => number | null;
  settled: (criterionId: string) => ComparedCriterion["settled"];
};

function apartOf(levels: readonly (number | null)[]): number {
  const given = levels.filter((level) => level !== null);
  return given.length < 2 ? 0 : Math.max(...given) - Math.min(...given);
}

/**
 * What people differ on comes before what only the grader sees otherwise. Of equals, those come first that somebody could
 * not tell; else they stay in the rubric's order.
 */
export function compareReadings({ criteria, readers, grader, settled }: Compared): ComparedCriterion[] {
  const compared = criteria.map(({ id, key, title }) => {
    const readings = readers.flatMap(({ by, as, of }) => {
      const reading = of(id);
      return reading === null ? [] : [{ by, as, ...reading }];
    });
    const levels = readings.map(({ level }) => level);
    const untold = levels.filter((level) => level === null).length;
    const isSplit = untold > 0 && untold < readings.length;
    const apart = apartOf([...levels, grader(id)]);
    const one = { id, key, title, readings, grader: grader(id), settled: settled(id), apart };
    return { one, people: apartOf(levels), isSplit };
  });
  return compared
    .sort((a, b) => b.people - a.people || b.one.apart - a.one.apart || Number(b.isSplit) - Number(a.isSplit))
    .map(({ one }) => one);
}
