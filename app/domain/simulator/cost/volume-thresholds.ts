/**
 * The volumes above which the sources would train a model: four statements, a hundred times apart (contradiction C36).
 * A month has 30 days, as in the cost study of S0:31-43.
 */
import type { OtherValue } from "../input.ts";

const daysPerMonth = 30;

const perMonth: readonly OtherValue[] = [
  { value: 100_000, says: "the flowchart leaves retrieval above 100,000 a month", source: "S2:444" },
  { value: 1_000_000, says: "training pays at millions a month", source: "S2:330" },
  { value: 100_000 * daysPerMonth, says: "training is favoured above 100,000 a day", source: "S0:325" },
  { value: 10_000_000, says: "training pays at ten million calls a month", source: "S1:156" },
];

export const volumeThresholds = {
  perMonth,
  perDay: perMonth.map((threshold) => ({ ...threshold, value: Math.round(threshold.value / daysPerMonth) })),
};
