/**
 * What a figure of the ledger is about, so that two hundred of them can be read in parts. Its unit tells, or its words do; a
 * number without a unit is a setting. Where that is wrong, the entry says so itself.
 */

export const figureSubjects = ["cost", "latency", "time", "quality", "volume", "data", "models", "other"] as const;
export type FigureSubject = (typeof figureSubjects)[number];

export const figureSubjectWords: Record<FigureSubject, string> = {
  cost: "Costs",
  latency: "Latency",
  time: "Time to build and to update",
  quality: "Quality",
  volume: "Volumes and thresholds",
  data: "Documents, examples and tokens",
  models: "Models and settings",
  other: "The rest",
};

const byUnit: readonly (readonly [RegExp, FigureSubject])[] = [
  [/^USD\b/, "cost"],
  [/^(?:ms|s)\b/, "latency"],
  [/^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b/, "time"],
  [/^(?:%|stars?\b|answers?\b|points?\b)/, "quality"],
  [/^(?:queries|calls?|requests?)\b/, "volume"],
  [/^(?:input tokens|tokens?|documents?|pages?|examples?|pairs?|passages?|paragraphs?|articles?)\b/, "data"],
  [/\bGPUs?\b|^(?:billion parameters|bits?|epochs?|steps?|batches|modules?|adapters?|GB|MB)\b/, "models"],
];

type Told = { subject?: FigureSubject; unit?: string; value: unknown };

export function subjectOf({ subject, unit, value }: Told): FigureSubject {
  if (subject) return subject;
  if (unit !== undefined) return byUnit.find(([pattern]) => pattern.test(unit))?.[1] ?? "other";
  if (typeof value === "number") return "models";
  const saysTime = typeof value === "string" && /(?:second|minute|hour|day|week|month|quarter|afternoon|daily)/.test(value);
  return saysTime ? "time" : "other";
}
