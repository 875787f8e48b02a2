/**
 * What a criterion of a reviewed session comes to. People's levels count and never a machine's: the median of the
 * independent reviews (the lower of two middles), an adjudicator's level where two of them are far apart, and after that
 * the newest change that a person made with a reason.
 */
export const settledByNames = ["median", "adjudication", "change"] as const;
export type SettledBy = (typeof settledByNames)[number];

/** Reviewers whose levels are this far apart need a third person. */
export const farApart = 2;

/** Levels of one criterion, 0 to 4; null where a reviewer could not tell. Changes are in the order they were made. */
export type LevelsGiven = {
  independent: readonly (number | null)[];
  adjudicated: number | null;
  changes: readonly number[];
};

export type Settled = {
  level: number | null;
  by: SettledBy | null;
  /** Between the lowest and the highest of the independent levels; null below two. */
  spread: number | null;
  needsAdjudication: boolean;
};

export function settle({ independent, adjudicated, changes }: LevelsGiven): Settled {
  const levels = independent.filter((level) => level !== null).sort((a, b) => a - b);
  const [lowest, highest] = [levels[0], levels.at(-1)];
  const spread = levels.length < 2 || lowest === undefined || highest === undefined ? null : highest - lowest;
  const isFarApart = spread !== null && spread >= farApart;
  const needsAdjudication = isFarApart && adjudicated === null;
  const changed = changes.at(-1);
  if (changed !== undefined) return { level: changed, by: "change", spread, needsAdjudication: false };
  if (adjudicated !== null) return { level: adjudicated, by: "adjudication", spread, needsAdjudication };
  if (needsAdjudication) return { level: null, by: null, spread, needsAdjudication };
  const median = levels[Math.floor((levels.length - 1) / 2)];
  return median === undefined
    ? { level: null, by: null, spread, needsAdjudication }
    : { level: median, by: "median", spread, needsAdjudication };
}
