import { LineChart } from "#app/components/charts/line-chart.tsx";
import { wholePercent } from "#app/components/ui/whole-percent.ts";
import type { MeasuredView } from "#app/domain/retrieval/lab/lab-view.ts";
import type { Measured } from "#app/domain/retrieval/lab/measured.ts";
import { recallAt } from "./run-words.ts";

const pointsOf = ({ recall }: Measured) => recall.map(({ k, share }) => ({ x: k, y: share }));

/** How these knobs do on the whole set of questions, beside what ships. */
export function RecallChart({ measured, isShipped }: { measured: MeasuredView; isShipped: boolean }) {
  const { now, shipped, byWordsAlone } = measured;
  const shippedName = byWordsAlone ? "As shipped, by words" : "As shipped";
  const at3 = recallAt(now, 3);
  const own = { id: "now", name: isShipped ? shippedName : "These knobs", points: pointsOf(now), marks: pointsOf(now) };
  const other = { id: "shipped", name: shippedName, look: "second" as const, points: pointsOf(shipped), nameAt: 1 };
  return (
    <LineChart
      statement={`The answer is among the first three for ${wholePercent(at3)} of ${now.answerable} questions.`}
      caption={
        <>
          Recall at k: the share of test questions with a place that answers among the first k places. Mean reciprocal
          rank {now.mrr.toFixed(2)}
          {isShipped ? "" : `, as shipped ${shipped.mrr.toFixed(2)}`}. Of {now.answerable} questions with an answer,{" "}
          {now.falseNone} are told there is none; of {now.absent} without one, {now.falseMatch} are handed passages all
          the same.
        </>
      }
      label={`Recall at 1, 3, 5 and 10: ${now.recall.map(({ share }) => wholePercent(share)).join(", ")}; as shipped ${shipped.recall
        .map(({ share }) => wholePercent(share))
        .join(", ")}.`}
      x={{ label: "first k places", domain: [1, 10], ticks: [1, 3, 5, 10].map((k) => ({ at: k, label: String(k) })) }}
      y={{ label: "recall", domain: [0, 1], format: wholePercent }}
      series={isShipped ? [own] : [own, other]}
      height={{ wide: 300, narrow: 260 }}
      table={tableOf(measured)}
    />
  );
}

function tableOf({ now, shipped }: MeasuredView) {
  return {
    columns: [{ label: "Measure" }, { label: "These knobs" }, { label: "As shipped" }],
    rows: [
      ...now.recall.map(({ k, share }) => [`Recall at ${k}`, wholePercent(share), wholePercent(recallAt(shipped, k))]),
      ["Mean reciprocal rank", now.mrr.toFixed(3), shipped.mrr.toFixed(3)],
      [`Told there is no answer, of ${now.answerable}`, String(now.falseNone), String(shipped.falseNone)],
      [`Handed passages without an answer, of ${now.absent}`, String(now.falseMatch), String(shipped.falseMatch)],
    ],
  };
}
