/**
 * From what volume training is said to pay: the sources' own thresholds, brought to queries a month so that they can
 * stand on one axis. They are a hundred times apart and are never averaged.
 */
import type { Figure } from "./figures.ts";
import type { Source } from "../scenarios/schema.ts";

/** `printed` is the source's own number a day or a month, and `perMonth` what that is in queries a month. */
export type VolumeThreshold = {
  figure: Figure;
  perMonth: number;
  printed: { count: number; period: "day" | "month" };
  source: Source;
};

const daysPerMonth = 30;

/** The figures that begin at a number of queries or calls a day or a month, smallest first. */
export function volumeThresholds(figures: readonly Figure[]): VolumeThreshold[] {
  return figures
    .flatMap((figure): VolumeThreshold[] => {
      const { value, unit = "", source } = figure;
      const [, period] = /^(?:queries|calls) a (day|month)$/.exec(unit) ?? [];
      if ((period !== "day" && period !== "month") || typeof value !== "object" || value.from === undefined) return [];
      const perMonth = value.from * (period === "day" ? daysPerMonth : 1);
      return [{ figure, perMonth, printed: { count: value.from, period }, source }];
    })
    .toSorted((a, b) => a.perMonth - b.perMonth);
}
