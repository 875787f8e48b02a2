import { expect, test } from "vitest";
import { subjectOf } from "#app/domain/content/figures-subject.ts";
import { badgeOf, valueWords } from "#app/domain/content/figures-words.ts";
import { figureStatuses, type FigureValue } from "#app/domain/content/figures.ts";
import { volumeThresholds } from "#app/domain/content/volume-threshold.ts";

test.each<[FigureValue, string | undefined, string]>([
  [340, "USD a month", "$340 a month"],
  [0.00002, "USD a query", "$0.00002 a query"],
  [4_200_000, "documents", "4,200,000 documents"],
  [16, undefined, "16"],
  [{ from: 800, to: 2400 }, "USD a training", "$800 to $2,400 a training"],
  [{ from: 100_000 }, "queries a day", "from 100,000 queries a day"],
  [{ to: 100 }, "ms", "up to 100 ms"],
  ["weekly", undefined, "“weekly”"],
  ["millions", "calls", "“millions” calls"],
  ["80/10/10", "%", "80/10/10 %"],
])("writes %j %s as people do", (value, unit, words) => {
  expect(valueWords({ value, unit }).replaceAll("\u00a0", " ")).toBe(words);
});

test("each status has a glyph and words, and a sum that does not hold is said to differ", () => {
  const badges = figureStatuses.map((status) => badgeOf({ status }));
  expect(new Set(badges.map(({ glyph }) => glyph)).size).toBe(figureStatuses.length);
  expect(new Set(badges.map(({ words }) => words)).size).toBe(figureStatuses.length);
  const recomputed = { value: 30, how: "50,000 × $0.00002 × 30", holds: false };
  expect(badgeOf({ status: "recomputed", recomputed })).toMatchObject({ glyph: "≠", words: "recomputed, differs" });
  expect(badgeOf({ status: "recomputed", recomputed: { ...recomputed, holds: true } }).glyph).toBe("=");
});

test.each([
  [{ value: 3, unit: "USD a run" }, "cost"],
  [{ value: 12, unit: "ms" }, "latency"],
  [{ value: 45, unit: "minutes" }, "time"],
  [{ value: "hours to days" }, "time"],
  [{ value: 96, unit: "%" }, "quality"],
  [{ value: 50_000, unit: "queries a day" }, "volume"],
  [{ value: 300, unit: "tokens" }, "data"],
  [{ value: 7, unit: "billion parameters" }, "models"],
  [{ value: 8, unit: "A100 GPUs" }, "models"],
  [{ value: 0.72 }, "models"],
  [{ value: "a significant margin" }, "other"],
  [{ value: 30, unit: "days", subject: "cost" as const }, "cost"],
])("%j is about %s", (figure, subject) => {
  expect(subjectOf(figure)).toBe(subject);
});

test("thresholds a day and a month stand on one axis, and what is no threshold does not", () => {
  const entry = (id: string, value: FigureValue, unit: string) => ({
    id,
    source: "S0:1",
    statement: "So.",
    value,
    unit,
    status: "stated" as const,
  });
  const found = volumeThresholds([
    entry("year", { from: 5 }, "queries a year"),
    entry("month", { from: 10_000_000 }, "calls a month"),
    entry("day", { from: 100_000 }, "queries a day"),
    entry("plain", 50_000, "queries a day"),
    entry("open", { to: 5 }, "queries a day"),
  ]);
  expect(found.map(({ figure, perMonth }) => [figure.id, perMonth])).toEqual([
    ["day", 3_000_000],
    ["month", 10_000_000],
  ]);
});
