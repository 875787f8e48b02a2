import { LineChart } from "#app/components/charts/line-chart.tsx";
import { mixtureShares } from "#app/domain/simulator/latency/log-normal.ts";
import { cacheMixture, semanticCache, type CacheValues } from "#app/domain/simulator/latency/semantic-cache.ts";
import { numberWords, ordinalWords, shortWords } from "../amount.ts";
import { BreakEvenList } from "../preset/break-even-list.tsx";
import { msWords, percentWords, valueOf, type LatencyShown, type LatencyView } from "./latency-view.ts";
import { bucketsUpTo, SharesChart } from "./shares-chart.tsx";

function answer(shown: LatencyShown): string {
  const share = percentWords(shown.values.hitShare ?? 0);
  const [p50, p95, mean] = ["p50", "p95", "mean-of-typical"].map((id) => msWords(valueOf(shown, id)));
  return `With ${share} from the cache, half of all answers are there after ${p50} and 95 % after ${p95}. The mean of the two typical values, ${mean}, is neither.`;
}

const steps = 40;

/** Percentiles and means over every share of hits. */
function curvesOf(values: CacheValues) {
  const shares = Array.from({ length: steps + 1 }, (_, step) => step / steps);
  const lines = shares.map((hitShare) => semanticCache.compute({ ...values, hitShare }).lines);
  const curve = (id: string) =>
    shares.map((x, at) => ({ x, y: lines[at]?.find((line) => line.id === id)?.value ?? Number.NaN }));
  return { p50: curve("p50"), p95: curve("p95"), mean: curve("mean-of-typical") };
}

function OverShare(shown: LatencyShown) {
  const values = shown.values as CacheValues;
  const { p50, p95, mean } = curvesOf(values);
  const over = shown.computed.breakEvens[0].breakEven;
  const rings = over.kind === "at" ? [{ x: over.value, y: values.tunedMs, label: percentWords(over.value) }] : [];
  return (
    <LineChart
      statement={
        over.kind === "at"
          ? `The mean meets the tuned model’s median at ${percentWords(over.value)}.`
          : "The mean never meets the tuned model’s median."
      }
      caption="The median leaps where half of the answers come from the cache; the p95 hardly moves until nearly all do. The upright is the share as set."
      label={`p50, mean and p95 of all answers over the share answered from the cache. ${answer(shown)}`}
      x={{ label: "share answered from the cache", domain: [0, 1], format: percentWords }}
      y={{ label: "milliseconds", format: (ms) => shortWords(ms, "") }}
      series={[
        { id: "p95", name: "p95", approach: "rag", points: p95 },
        { id: "mean", name: "mean of typical values", approach: "rag", look: "second", points: mean },
        { id: "p50", name: "p50", approach: "rag", points: p50 },
        {
          id: "tuned",
          name: `Fine-tune p50, ${numberWords(values.tunedMs)}`,
          approach: "fine-tune",
          points: [0, 1].map((x) => ({ x, y: values.tunedMs })),
        },
      ]}
      markers={[{ id: "now", at: values.hitShare }]}
      rings={rings}
    />
  );
}

function Mixed(shown: LatencyShown) {
  const values = shown.values as CacheValues;
  const buckets = bucketsUpTo(valueOf(shown, "p99") * 1.05);
  const among = ordinalWords(Math.round(valueOf(shown, "median-among")));
  const [p50, mean, p95] = ["p50", "mean", "p95"].map((id) => valueOf(shown, id));
  return (
    <>
      <section aria-labelledby="mixed">
        <h2 id="mixed">Two kinds of answers, not one</h2>
        <SharesChart
          statement={`The overall median is the ${among} percentile of ${values.hitShare >= 0.5 ? "the hits" : "the misses"}.`}
          caption="Hits at the left, misses at the right. A mean falls where hardly any answer is."
          label={`How long answers take: hits about ${msWords(values.hitP50Ms)}, misses about ${msWords(values.missP50Ms)}.`}
          widthMs={buckets.width}
          curves={[
            {
              id: "all",
              name: "RAG with a cache",
              approach: "rag",
              shares: mixtureShares(cacheMixture(values), buckets),
            },
          ]}
          markers={[
            { id: "p50", at: p50 ?? 0, label: "p50" },
            { id: "mean", at: mean ?? 0, label: "mean" },
            { id: "p95", at: p95 ?? 0, label: "p95" },
          ]}
          table={{
            columns: [{ label: "Of all answers" }, { label: "After" }],
            rows: [
              ["p50", msWords(p50 ?? 0)],
              ["mean", msWords(mean ?? 0)],
              ["p90", msWords(valueOf(shown, "p90"))],
              ["p95", msWords(p95 ?? 0)],
              ["p99", msWords(valueOf(shown, "p99"))],
            ],
          }}
        />
      </section>
      <section aria-labelledby="matched">
        <h2 id="matched">What it would take</h2>
        <p className="prose lab-prose">
          The printed cut to about 180 ms is about hits alone. Whoever waits does not wait for a mean: with a cache,
          half of the people may be served at once while the slowest twentieth waits nearly as long as before.
        </p>
        <BreakEvenList breakEvens={shown.computed.breakEvens} />
      </section>
    </>
  );
}

export const cacheView: LatencyView = {
  tab: "A cache of answers",
  first: ["hitShare", "hitP50Ms", "missP50Ms", "missP95Ms", "tunedMs"],
  note: "Hits and misses are taken to be log-normal; no source gives a p95 for hits.",
  answer,
  Chart: OverShare,
  Further: Mixed,
};
