/** The results of the set-up preset: each printed amount, the outlay, and how long a saving takes to earn it back. */
import { line, type Line } from "../line.ts";

export type SetupCosts = {
  tokens: number;
  embedding: number;
  storage: number;
  training: number;
  labour: number;
  labourHigh: number;
  saving: { perQuery: number; fixed: number };
};

/** The volumes, in queries a month, at which the pay-back is told. */
const toldVolumes = [1000, 10_000] as const;

export function setupLines(costs: SetupCosts): Line[] {
  return [...retrievalLines(costs), ...tunedLines(costs), ...paybackLines(costs)];
}

function retrievalLines({ tokens, embedding, storage }: SetupCosts): Line[] {
  return [
    line({
      id: "tokens",
      label: "Retrieval: tokens to embed",
      unit: "tokens",
      value: tokens,
      printed: 1e6,
      source: "S2:72",
    }),
    line({
      id: "embedding",
      label: "Retrieval: embedding, as the code has it",
      unit: "USD",
      value: embedding,
      printed: 0.2,
      source: "S2:79",
    }),
    line({
      id: "embedding-table",
      label: "Retrieval: embedding, against the table",
      unit: "USD",
      value: embedding,
      printed: 10,
      source: "S2:64",
    }),
    line({
      id: "storage",
      label: "Retrieval: storing the vectors",
      unit: "USD/month",
      value: storage,
      printed: 3,
      source: "S2:83",
    }),
    ...[50, 500].map((printed) =>
      line({
        id: `storage-table-${printed}`,
        label: "Retrieval: storing the vectors, against the table",
        unit: "USD/month",
        value: storage,
        printed,
        source: "S2:67",
      }),
    ),
  ];
}

function tunedLines({ training, labour, labourHigh }: SetupCosts): Line[] {
  const usd = { unit: "USD" };
  return [
    line({ ...usd, id: "training", label: "Tuned: training", value: training, printed: 8, source: "S2:93" }),
    line({
      ...usd,
      id: "training-table",
      label: "Tuned: training, against the table's lower end",
      value: training,
      printed: 100,
      source: "S2:66",
    }),
    line({ ...usd, id: "labour", label: "Tuned: preparing examples", value: labour, printed: 2500, source: "S2:96" }),
    line({
      ...usd,
      id: "labour-high",
      label: "Tuned: preparing examples, 500 hours",
      value: labourHigh,
      printed: 25_000,
      source: "S2:96",
    }),
    line({
      ...usd,
      id: "outlay",
      label: "Tuned: before the first answer",
      value: labour + training,
      source: "S2:93-96",
    }),
    line({
      ...usd,
      id: "outlay-high",
      label: "Tuned: before the first answer, 500 hours",
      value: labourHigh + training,
      source: "S2:93-96",
    }),
  ];
}

/** Only what there is: a side that does not save earns nothing back. */
function paybackLines({ training, labour, labourHigh, saving }: SetupCosts): Line[] {
  const ends = [
    { suffix: "", said: "", outlay: labour + training },
    { suffix: "-high", said: ", 500 hours", outlay: labourHigh + training },
  ];
  return ends.flatMap(({ suffix, said, outlay }) => [
    ...(saving.perQuery > 0 && outlay > saving.fixed
      ? [
          line({
            id: `payback-queries${suffix}`,
            label: `Queries in month one that earn the outlay back${said}`,
            unit: "queries",
            value: (outlay - saving.fixed) / saving.perQuery,
            source: "S2:115-121",
          }),
        ]
      : []),
    ...toldVolumes.flatMap((queries) => {
      const perMonth = saving.perQuery * queries + saving.fixed;
      if (perMonth <= 0) return [];
      return line({
        id: `payback-months-${queries}${suffix}`,
        label: `Months that earn the outlay back, at ${queries} queries a month${said}`,
        unit: "months",
        value: outlay / perMonth,
        source: "S2:115-121",
      });
    }),
  ]);
}
