/**
 * Answers from a cache of earlier answers (S0:54): what a share of hits does to the mean and to the percentiles. The
 * mixture of two distributions has a median of its own, which no mean of medians gives.
 */
import { solveBreakEven, type BreakEven } from "../break-even.ts";
import type { InputSpec } from "../input.ts";
import { line, type Line } from "../line.ts";
import { definePreset, type Preset } from "../preset.ts";
import { fitLogNormal, meanOf, percentileOfMixture, type Mixture } from "./log-normal.ts";

const duration = { unit: "ms", min: 0.01, max: 600_000 } as const;

const inputs = {
  hitShare: {
    label: "Queries answered from the cache",
    unit: "share from 0 to 1",
    default: 0.55,
    min: 0,
    max: 1,
    source: "S0:54",
  },
  hitP50Ms: {
    ...duration,
    label: "A hit, p50",
    default: 180,
    source: "S0:54",
    conflicts: [
      { value: 20, says: "embedding and searching, all that a hit needs, add up to 20 ms", source: "S0:48-49" },
    ],
  },
  hitP95Ms: {
    ...duration,
    label: "A hit, p95",
    default: 360,
    source: null,
    basis: "twice the median, as the printed stages have it",
  },
  missP50Ms: { ...duration, label: "A miss, p50", default: 1455, source: "S0:52" },
  missP95Ms: {
    ...duration,
    label: "A miss, p95",
    default: 2908,
    source: "S0:52",
    basis: "the printed sum of p95s; drawn stages give a little less",
  },
  tunedMs: { ...duration, label: "Tuned model to compare with, p50", default: 520, source: "S0:52" },
  modelUsdPerMonth: {
    label: "Model bill without a cache",
    unit: "USD/month",
    default: 940,
    min: 0,
    max: 1e9,
    source: "S0:38",
  },
} as const satisfies Record<string, InputSpec>;

export type CacheValues = Record<keyof typeof inputs, number>;

/** Hits and misses as the two distributions that every answer comes from. */
export function cacheMixture(values: CacheValues): Mixture {
  return [
    { share: values.hitShare, of: fitLogNormal({ p50: values.hitP50Ms, p95: values.hitP95Ms }) },
    { share: 1 - values.hitShare, of: fitLogNormal({ p50: values.missP50Ms, p95: values.missP95Ms }) },
  ];
}

function cacheLines(values: CacheValues): Line[] {
  const { hitShare, hitP50Ms, missP50Ms } = values;
  const mixture = cacheMixture(values);
  const mixed = { unit: "ms", source: "S0:54" };
  const mean = mixture.reduce((sum, { share, of }) => sum + share * meanOf(of), 0);
  return [
    line({ ...mixed, id: "hit-p50", label: "A hit, p50", value: hitP50Ms, printed: 180 }),
    line({ ...mixed, id: "miss-p50", label: "A miss, p50", value: missP50Ms, printed: 1455 }),
    line({
      ...mixed,
      id: "mean-of-typical",
      label: "Mean of the two typical values (not a median)",
      value: hitShare * hitP50Ms + (1 - hitShare) * missP50Ms,
    }),
    line({ ...mixed, id: "mean", label: "Mean of all answers, with their tails", value: mean }),
    ...[50, 90, 95, 99].map((p) =>
      line({ ...mixed, id: `p${p}`, label: `All answers, p${p}`, value: percentileOfMixture(mixture, p / 100) }),
    ),
    medianLine(hitShare),
    line({
      id: "hit-work",
      label: "Embedding and searching, the work of a hit",
      unit: "ms",
      value: 12 + 8,
      printed: 180,
      source: "S0:48-54",
    }),
    line({
      id: "model-bill",
      label: "Model bill if a hit skips the model",
      unit: "USD/month",
      value: values.modelUsdPerMonth * (1 - hitShare),
      source: "S0:38",
    }),
  ];
}

/** Where the overall median lies if every hit is quicker than every miss. */
function medianLine(hitShare: number): Line {
  const amongHits = hitShare >= 0.5;
  return line({
    id: "median-among",
    label: `The overall median is this percentile of the ${amongHits ? "hits" : "misses"}`,
    unit: "percentile",
    value: (amongHits ? 0.5 / hitShare : (0.5 - hitShare) / (1 - hitShare)) * 100,
    source: "S0:54",
  });
}

/** A share of hits above one cannot be had. */
function hitsToMatch({ hitP50Ms, missP50Ms, tunedMs }: CacheValues): BreakEven {
  const solved = solveBreakEven(
    { approach: "rag", fixed: missP50Ms, perUnit: hitP50Ms - missP50Ms },
    { approach: "fine-tune", fixed: tunedMs, perUnit: 0 },
    "share of queries from the cache",
  );
  if (solved.kind !== "at" || solved.value <= 1) return solved;
  return { kind: "always", winner: missP50Ms < tunedMs ? "rag" : "fine-tune" };
}

export const semanticCache: Preset = definePreset({
  id: "s0-semantic-cache",
  title: "A cache of answers",
  source: "S0:54",
  inputs,
  fault({ hitP50Ms, hitP95Ms, missP50Ms, missP95Ms }) {
    if (hitP95Ms < hitP50Ms) return { input: "hitP95Ms", message: `hitP95Ms must be hitP50Ms (${hitP50Ms}) or more` };
    if (missP95Ms < missP50Ms)
      return { input: "missP95Ms", message: `missP95Ms must be missP50Ms (${missP50Ms}) or more` };
    return null;
  },
  compute: (values) => ({
    lines: cacheLines(values),
    breakEvens: [
      {
        over: "share of hits at which the mean of typical values equals the tuned model",
        breakEven: hitsToMatch(values),
      },
    ],
    notes: [
      "With 55 % of hits the mean of typical values is 753.75 ms. It is no p50: the overall median falls inside the hits, near their 91st percentile, because 50 / 55 = 0.91.",
      "The printed cut to about 180 ms is about hits alone (S0:54).",
      "180 ms for a hit is not explained: the same table has 12 ms for embedding and 8 ms for searching (S0:48-49).",
      "The code of the same article looks up a hash of the lower-cased text, which only finds the same words again; its hits need no embedding at all, and its share of hits would be lower (S0:252-254).",
      "The tails of hits and misses are assumed log-normal; no source gives a p95 for hits.",
    ],
  }),
});
