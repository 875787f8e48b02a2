import { retrainWords } from "#app/components/home/balance-words.ts";
import type { AxisTick } from "#app/components/charts/chart-scale.ts";
import { numberWords } from "../amount.ts";

/** How one side of a comparison is called: in a sentence, and beside its line. */
export type SideWords = { words: string; name: string };

/** How one break-even of a model is drawn and told. */
export type CrossingView = {
  /** Which of the model's break-evens. */
  breakEven: number;
  /** In the order of the break-even's two costs. */
  sides: readonly [SideWords, SideWords];
  x: { label: string; scale: "linear" | "log"; low: number; high: number; ticks?: readonly AxisTick[] };
  /** The situation, at the beginning of a sentence. */
  at: (units: number) => string;
  /** The place where it flips, at the end of one. */
  flips: (units: number) => string;
  /** What the costs are counted over. */
  period: string;
  /** Sides that are no approaches are drawn in ink. */
  inInk?: true;
};

export type CostView = {
  tab: string;
  /** The inputs that stand first. */
  first: readonly string[];
  main: CrossingView;
  second?: CrossingView & { title: string; lead: string };
  /** The line whose print is drawn across the main chart while all else is as printed. */
  printedLine?: { id: string; side: 0 | 1 };
  /** Lines that print a cost at one value of x. */
  printedAt?: readonly { x: number; ids: readonly [string, string] }[];
  /** What the model leaves out. */
  note: string;
};

const rag: SideWords = { words: "retrieval", name: "RAG" };
const tuned: SideWords = { words: "fine-tuning", name: "Fine-tune" };

const retrainTicks: readonly AxisTick[] = [
  { at: 0, label: "never", narrow: "0" },
  { at: 1, label: "monthly", narrow: "1" },
  { at: 2, label: "2" },
  { at: 3, label: "3" },
  { at: 52 / 12, label: "weekly" },
];

const overRetrains = {
  x: { label: "retrains a month", scale: "linear", low: 0, high: 4.4, ticks: retrainTicks },
  at: (units: number) => (units === 0 ? "Never retrained" : `Retrained ${retrainWords(units)}`),
  flips: (units: number) => `${numberWords(Number(units.toPrecision(3)))} retrains a month`,
  period: "a month",
} as const;

const whole = (units: number) => numberWords(units >= 100 ? Math.round(units) : Number(units.toPrecision(3)));

const overQueries = (per: string, high: number) =>
  ({
    x: { label: `queries ${per}`, scale: "linear", low: 0, high },
    at: (units: number) => `At ${whole(units)} queries ${per}`,
    flips: (units: number) => `${whole(units)} queries ${per}`,
    period: "a month",
  }) as const;

const everyScaleOfQueries = {
  ...overQueries("a month", 1e6),
  x: { label: "queries a month", scale: "log", low: 100, high: 1e6 },
} as const;

/** By preset. */
export const costViews: Readonly<Record<string, CostView>> = {
  "s0-document-qa": {
    tab: "Document Q&A",
    first: ["retrainsPerMonth", "trainingRunUsd", "queriesPerDay", "ragTokensPerQuery", "vectorDbUsdPerMonth"],
    main: { ...overRetrains, breakEven: 0, sides: [tuned, rag] },
    second: {
      ...overQueries("a day", 400_000),
      breakEven: 1,
      sides: [tuned, rag],
      title: "And over volume",
      lead: "With retraining as set. Four sources’ thresholds for training stand a hundred times apart on this axis; none of them says which prices it means.",
    },
    printedLine: { id: "rag-monthly", side: 1 },
    note: "Each token bill scales with queries and tokens from the printed bills. Engineering time is in neither bill; the study names it and leaves it out.",
  },
  "s0-document-qa-self-hosted": {
    tab: "The same, self-hosted",
    first: ["queriesPerDay", "gpus", "usdPerGpuHour", "ragTokensPerQuery", "retrainsPerMonth"],
    main: { ...overQueries("a day", 400_000), breakEven: 0, sides: [tuned, rag] },
    second: {
      ...overRetrains,
      x: { ...overRetrains.x, label: "more retrains a month" },
      breakEven: 1,
      sides: [tuned, rag],
      title: "And over retraining",
      lead: "Retraining on top of what is set, at the volume that is set.",
    },
    note: "One GPU is taken to keep up with any volume; the study measures no throughput.",
  },
  "s0-compliance": {
    tab: "Compliance checks",
    first: ["tunedPriceMultiple", "queriesPerDay", "baseTokensPerQuery", "tunedTokensPerQuery", "trainingRunUsd"],
    main: {
      breakEven: 0,
      sides: [
        { words: "the tuned model", name: "Tuned" },
        { words: "the base model", name: "Base model" },
      ],
      x: { label: "tuned price over base price", scale: "linear", low: 0, high: 4 },
      at: (units) => (units === 1 ? "At the same price a token" : `At ${numberWords(units)} times the base price`),
      flips: (units) => `${numberWords(units)} times the base price`,
      period: "a month",
    },
    second: {
      ...overRetrains,
      breakEven: 1,
      sides: [
        { words: "the tuned model", name: "Tuned" },
        { words: "the base model", name: "Base model" },
      ],
      title: "And over retraining",
      lead: "The same saving, with the tuned model trained again and again at the price of a run.",
    },
    note: "Input tokens only. Output tokens, retrieval and the work on examples are the same or unknown on both sides, and left out.",
  },
  "s0-lora-run": {
    tab: "One adapter",
    first: ["preparationHours", "usdPerHour", "runUsd", "runMinutes", "rank", "bytesPerParameter"],
    main: {
      breakEven: 0,
      sides: [
        { words: "GPU time", name: "GPU time" },
        { words: "preparing the examples", name: "Preparing the examples" },
      ],
      x: { label: "training runs", scale: "linear", low: 0, high: 1200 },
      at: (units) => `After ${whole(units)} runs`,
      flips: (units) => `${whole(units)} runs`,
      period: "",
      inInk: true,
    },
    note: "Examples are prepared once here; in practice some are prepared again for every run.",
  },
  "s1-head-to-head": {
    tab: "Query against training",
    first: ["ragUsdPerQuery", "trainingUsd", "ftUsdPerQuery", "queriesPerMonth"],
    main: {
      breakEven: 0,
      sides: [rag, tuned],
      x: { label: "queries", scale: "log", low: 1000, high: 1e8 },
      at: (units) => `Over ${whole(units)} queries`,
      flips: (units) => `${whole(units)} queries`,
      period: "",
    },
    note: "The source sets both prices beside each other without a volume, and names serving without an amount.",
  },
  "s2-setup": {
    tab: "Before the first answer",
    first: ["preparationHours", "queriesPerMonth", "ragUsdPerQuery", "ftUsdPerQuery", "trainingUsdPerMillionTokens"],
    main: {
      ...overQueries("in the first month", 50_000),
      period: "in that month",
      breakEven: 0,
      sides: [rag, tuned],
    },
    second: {
      breakEven: 1,
      sides: [rag, tuned],
      x: { label: "months", scale: "linear", low: 0, high: 24 },
      at: (units) => `After ${numberWords(units)} months`,
      flips: (units) => `${numberWords(Number(units.toPrecision(3)))} months`,
      period: "in all",
      title: "And over months",
      lead: "What each side has cost in all, at the volume that is set.",
    },
    note: "Embedding the documents is cents and left out of the pay-back.",
  },
  "s2-per-query": {
    tab: "One query",
    first: ["ragInputTokens", "ftInputTokens", "outputTokens", "inputUsdPerMillionTokens", "queriesPerMonth"],
    main: { ...everyScaleOfQueries, breakEven: 0, sides: [rag, tuned] },
    note: "Both sides are taken at the same price a token; tuned models are often billed higher.",
  },
  "s2-compare-costs": {
    tab: "Two straight lines",
    first: ["queriesPerMonth", "ragUsdPerQuery", "ragUsdPerMonth", "ftUsdPerQuery", "ftUsdPerMonth"],
    main: { ...everyScaleOfQueries, breakEven: 0, sides: [rag, tuned] },
    printedAt: [1000, 10_000, 100_000, 1_000_000].map((x) => ({ x, ids: [`rag-${x}`, `ft-${x}`] as const })),
    note: "Neither outlay nor updates are in the source’s code; the set-up model has them.",
  },
};
