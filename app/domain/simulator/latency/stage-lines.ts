/** The results of the stage model: each stage and the sums beside the print, and the drawn totals. */
import { line, type Line } from "../line.ts";
import { fitLogNormal, percentileOfMixture, shareUpTo } from "./log-normal.ts";
import { percentileOf, shareWithin } from "./simulation.ts";

type StageName = "embed" | "search" | "rerank" | "ragLlm" | "ftLlm";

export type StageValues = Record<
  `${StageName}P50Ms` | `${StageName}P95Ms` | "budgetMs" | "correlation" | "draws" | "seed",
  number
>;

/** Each stage's two inputs, with what is printed for them. */
export const pairs = [
  {
    id: "embed",
    label: "Embedding the query",
    side: "rag",
    p50: "embedP50Ms",
    p95: "embedP95Ms",
    printed: [12, 25],
    source: "S0:48",
  },
  {
    id: "search",
    label: "Vector search",
    side: "rag",
    p50: "searchP50Ms",
    p95: "searchP95Ms",
    printed: [8, 18],
    source: "S0:49",
  },
  {
    id: "rerank",
    label: "Reranking",
    side: "rag",
    p50: "rerankP50Ms",
    p95: "rerankP95Ms",
    printed: [35, 65],
    source: "S0:50",
  },
  {
    id: "rag-llm",
    label: "Generation with retrieved context",
    side: "rag",
    p50: "ragLlmP50Ms",
    p95: "ragLlmP95Ms",
    printed: [1400, 2800],
    source: "S0:51",
  },
  {
    id: "ft-llm",
    label: "Generation by the tuned model",
    side: "ft",
    p50: "ftLlmP50Ms",
    p95: "ftLlmP95Ms",
    printed: [520, 980],
    source: "S0:51",
  },
] as const;

type Sums = { lookUp: number; rag: number; ft: number };

function sumsOf(values: StageValues, which: "p50" | "p95"): Sums {
  const [embed, search, rerank, ragLlm, ftLlm] = pairs.map((pair) => values[pair[which]]);
  const lookUp = (embed ?? 0) + (search ?? 0) + (rerank ?? 0);
  return { lookUp, rag: lookUp + (ragLlm ?? 0), ft: ftLlm ?? 0 };
}

export function stageLines(values: StageValues, ragTotals: Float64Array): Line[] {
  const [p50, p95] = [sumsOf(values, "p50"), sumsOf(values, "p95")];
  return [
    ...pairs.flatMap(({ id, label, p50: median, p95: tail, printed, source }) => [
      line({ id: `${id}-p50`, label: `${label}, p50`, unit: "ms", value: values[median], printed: printed[0], source }),
      line({ id: `${id}-p95`, label: `${label}, p95`, unit: "ms", value: values[tail], printed: printed[1], source }),
    ]),
    ...sumLines(p50, p95),
    ...drawnLines(values, ragTotals),
    ...tunedLines(values),
    line({
      id: "slower",
      label: "Retrieval takes longer, sums of p50",
      unit: "ms",
      value: p50.rag - p50.ft,
      source: "S0:52",
    }),
    line({
      id: "slower-times",
      label: "Retrieval over tuned, sums of p50",
      unit: "times",
      value: p50.rag / p50.ft,
      source: "S0:52",
    }),
    line({
      id: "look-up-share",
      label: "Share of looking up, sums of p50",
      unit: "%",
      value: (p50.lookUp / p50.rag) * 100,
      source: "S0:48-52",
    }),
  ];
}

function sumLines(p50: Sums, p95: Sums): Line[] {
  const total = { unit: "ms", source: "S0:52" };
  const lookUp = { unit: "ms", source: "S0:48-50" };
  return [
    line({ ...total, id: "rag-sum-p50", label: "Retrieval: the p50s added up", value: p50.rag, printed: 1455 }),
    line({ ...total, id: "rag-sum-p95", label: "Retrieval: the p95s added up", value: p95.rag, printed: 2908 }),
    line({ ...total, id: "ft-sum-p50", label: "Tuned: p50", value: p50.ft, printed: 520 }),
    line({ ...total, id: "ft-sum-p95", label: "Tuned: p95", value: p95.ft, printed: 980 }),
    line({ ...lookUp, id: "look-up-p50", label: "Looking up: the p50s added up", value: p50.lookUp }),
    line({ ...lookUp, id: "look-up-p95", label: "Looking up: the p95s added up", value: p95.lookUp }),
  ];
}

function drawnLines({ budgetMs }: StageValues, totals: Float64Array): Line[] {
  const drawn = { unit: "ms", source: "S0:52" };
  return [
    line({
      ...drawn,
      id: "rag-p50",
      label: "Retrieval: p50 of the total, drawn",
      value: percentileOf(totals, 0.5),
      printed: 1455,
    }),
    line({
      ...drawn,
      id: "rag-p95",
      label: "Retrieval: p95 of the total, drawn",
      value: percentileOf(totals, 0.95),
      printed: 2908,
    }),
    line({ ...drawn, id: "rag-p99", label: "Retrieval: p99 of the total, drawn", value: percentileOf(totals, 0.99) }),
    line({
      id: "rag-within-budget",
      label: "Retrieval: answers within the limit, drawn",
      unit: "%",
      value: shareWithin(totals, budgetMs) * 100,
      source: "S0:404",
    }),
  ];
}

function tunedLines(values: StageValues): Line[] {
  const tuned = fitLogNormal({ p50: values.ftLlmP50Ms, p95: values.ftLlmP95Ms });
  return [
    line({
      id: "ft-p99",
      label: "Tuned: p99 of the fitted shape",
      unit: "ms",
      value: percentileOfMixture([{ share: 1, of: tuned }], 0.99),
      source: "S0:51",
    }),
    line({
      id: "ft-within-budget",
      label: "Tuned: answers within the limit, by the fitted shape",
      unit: "%",
      value: shareUpTo(tuned, values.budgetMs) * 100,
      source: "S0:404",
    }),
  ];
}
