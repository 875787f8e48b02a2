import { BarChart, type ChartBar } from "#app/components/charts/bar-chart.tsx";
import { fitLogNormal, mixtureShares } from "#app/domain/simulator/latency/log-normal.ts";
import { bucketShares } from "#app/domain/simulator/latency/simulation.ts";
import { pairs, type StageValues } from "#app/domain/simulator/latency/stage-lines.ts";
import { sourceWords } from "#app/components/ui/source-note.tsx";
import { numberWords } from "../amount.ts";
import { BreakEvenList } from "../preset/break-even-list.tsx";
import { msWords, valueOf, type LatencyShown, type LatencyView } from "./latency-view.ts";
import { bucketsUpTo, SharesChart } from "./shares-chart.tsx";

/** Closer than this share nobody tells them apart. */
const sameShare = 0.002;

function answer(shown: LatencyShown): string {
  const [added, drawn] = [valueOf(shown, "rag-sum-p95"), valueOf(shown, "rag-p95")];
  const draws = numberWords(shown.values.draws ?? 0);
  if (Math.abs(added - drawn) <= sameShare * added) {
    return `The four p95s add up to ${msWords(added)}, and that is the p95 of ${draws} drawn answers: all stages are slow for the same requests.`;
  }
  return `The four p95s add up to ${msWords(added)}. Of ${draws} drawn answers, 95 % are there after ${msWords(drawn)}: a sum of p95s is not a p95.`;
}

function StagesChart(shown: LatencyShown) {
  const values = shown.values as StageValues;
  const [p50, p95, p99] = ["rag-p50", "rag-p95", "rag-p99"].map((id) => valueOf(shown, id));
  const added = valueOf(shown, "rag-sum-p95");
  const buckets = bucketsUpTo(Math.max(p99 ?? 0, added, valueOf(shown, "ft-p99")) * 1.05);
  const tuned = fitLogNormal({ p50: values.ftLlmP50Ms, p95: values.ftLlmP95Ms });
  const within = numberWords(Number(valueOf(shown, "rag-within-budget").toFixed(1)));
  return (
    <SharesChart
      statement={`Within the limit of ${msWords(values.budgetMs)}: ${within} % with retrieval.`}
      caption={`Drawn from seed ${values.seed}: the same seed draws the same requests. Tuned is the fitted shape, ${numberWords(Number(valueOf(shown, "ft-within-budget").toFixed(1)))} % of it within the limit.`}
      label={`How long answers take. With retrieval half are there after ${msWords(p50 ?? 0)} and 95 % after ${msWords(p95 ?? 0)}; the p95s of the stages add up to ${msWords(added)}.`}
      widthMs={buckets.width}
      curves={[
        {
          id: "ft",
          name: "Fine-tune",
          approach: "fine-tune",
          shares: mixtureShares([{ share: 1, of: tuned }], buckets),
        },
        { id: "rag", name: "RAG", approach: "rag", shares: bucketShares(shown.totals ?? [], buckets) },
      ]}
      markers={[
        { id: "limit", at: values.budgetMs, label: "limit" },
        { id: "p50", at: p50 ?? 0, label: "RAG p50" },
        { id: "p95", at: p95 ?? 0, label: "RAG p95" },
        { id: "added", at: added, label: "p95s added up" },
      ]}
      table={{
        columns: [{ label: "Of the whole answer" }, { label: "RAG" }, { label: "Fine-tune" }],
        rows: [
          ["p50", msWords(p50 ?? 0), msWords(values.ftLlmP50Ms)],
          ["p95", msWords(p95 ?? 0), msWords(values.ftLlmP95Ms)],
          ["p99", msWords(p99 ?? 0), msWords(valueOf(shown, "ft-p99"))],
          ["p50s of the stages added up", msWords(valueOf(shown, "rag-sum-p50")), msWords(values.ftLlmP50Ms)],
          ["p95s of the stages added up", msWords(added), msWords(values.ftLlmP95Ms)],
        ],
      }}
    />
  );
}

function Stages(shown: LatencyShown) {
  const values = shown.values as StageValues;
  const bars = pairs.map(({ id, label, side, p50, p95 }): ChartBar => ({
    id,
    label,
    approach: side === "rag" ? "rag" : "fine-tune",
    value: values[p50],
    upTo: values[p95],
    words: `${numberWords(values[p50])} to ${numberWords(values[p95])}`,
  }));
  return (
    <>
      <section aria-labelledby="stages">
        <h2 id="stages">Where the time goes</h2>
        <p className="small ink-2 lab-part-lead">
          Looking up is {numberWords(Number(valueOf(shown, "look-up-share").toFixed(1)))} % of the median answer. What
          the longer prompt does to generation is nearly all of the rest.
        </p>
        <BarChart
          statement="One stage is nearly all of it."
          caption="The bar ends at the p50 of the stage, the thin line at its p95."
          label={bars.map(({ label, words }) => `${label}: ${words} ms`).join("; ")}
          bars={bars}
          axis="milliseconds, p50 to p95"
          table={{
            columns: [{ label: "Stage" }, { label: "p50" }, { label: "p95" }, { label: "Printed in", words: true }],
            rows: pairs.map(({ label, p50, p95, source }) => [
              label,
              msWords(values[p50]),
              msWords(values[p95]),
              sourceWords(source),
            ]),
          }}
        />
      </section>
      <section aria-labelledby="together">
        <h2 id="together">Why they do not add up</h2>
        <p className="prose lab-prose">
          A request has to be unlucky in every stage at once for the sum of the p95s. If stages have their bad moments
          by themselves, that is rare, and 95 % of answers are there sooner. Move “{correlationLabel}” to 1 and the sum
          becomes right.
        </p>
        <BreakEvenList breakEvens={shown.computed.breakEvens} />
      </section>
    </>
  );
}

const correlationLabel = "How far stages are slow together";

export const stagesView: LatencyView = {
  tab: "Stages",
  first: ["correlation", "ragLlmP50Ms", "ragLlmP95Ms", "rerankP95Ms", "budgetMs", "seed"],
  note: "Each stage is a log-normal fitted to its p50 and p95; no source gives the shape.",
  answer,
  Chart: StagesChart,
  Further: Stages,
};
