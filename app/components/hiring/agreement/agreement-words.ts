import { wholePercent } from "#app/components/ui/whole-percent.ts";
import type { AlphaFigures, NotDefined, PairFigures } from "#app/domain/hiring/agreement/measured.ts";
import type { ShownVersion } from "#app/domain/hiring/agreement/shown.ts";

// Agreement in words. What is not known is said with its reason, and never shown as a zero.

export const graderWords: Readonly<Record<string, string>> = { offline: "Offline grader", anthropic: "Model" };
export const nameGrader = (grader: string) => graderWords[grader] ?? grader;

export const shareWords = (share: number | null) => (share === null ? "too few" : wholePercent(share));

const notDefinedWords: Record<NotDefined, string> = {
  "too few": "too few",
  "one class": "undefined: one level throughout",
};

export const sessionsWords = (count: number) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? "session" : "sessions"}`;

type Interval = { low: number; high: number };
export const intervalWords = ({ low, high }: Interval) => `${low.toFixed(2)} to ${high.toFixed(2)}`;

type Figure = { interval: Interval | null; notDefined: NotDefined | null };

function figureWords(value: number | null, { interval, notDefined }: Figure): string {
  if (value === null) return notDefinedWords[notDefined ?? "too few"];
  return interval === null ? value.toFixed(2) : `${value.toFixed(2)} (${intervalWords(interval)})`;
}

export const kappaWords = (figures: Pick<PairFigures, "kappa"> & Figure) => figureWords(figures.kappa, figures);
export const alphaWords = (figures: Pick<AlphaFigures, "alpha"> & Figure) => figureWords(figures.alpha, figures);

export const versionWords = ({ title, number }: Pick<ShownVersion, "title" | "number">) =>
  number === null ? title : `${title}, version ${number}`;

const months = "January February March April May June July August September October November December".split(" ");

/** 2026-11 as November 2026. */
export function monthWords(month: string): string {
  const [year, number] = month.split("-");
  return `${months[Number(number) - 1] ?? number} ${year}`;
}

/** How much higher or lower somebody's levels are than the others'. */
export function tendencyWords(mean: number): string {
  const size = Math.abs(mean).toFixed(2);
  if (size === "0.00") return "neither higher nor lower";
  return `${size} ${mean > 0 ? "higher" : "lower"}`;
}
