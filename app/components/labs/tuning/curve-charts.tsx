import { LineChart } from "#app/components/charts/line-chart.tsx";
import type { CurvePoint } from "#app/domain/simulator/tuning/training.ts";
import type { TuningResult } from "#app/domain/simulator/tuning/tuning-result.ts";
import { bestPoint, curveWords, lossWords, overfitWords, shareWords } from "./tuning-words.ts";
import type { Curves } from "./run/use-training.ts";

type CurveChartsProps = {
  curves: Curves;
  /** Of the same inputs as the curves; null while they grow. */
  result: TuningResult | null;
  steps: number;
};

const height = { wide: 300, narrow: 280 };

/** Loss and right answers of both ways of training, on the same axes. */
export function CurveCharts({ curves, result, steps }: CurveChartsProps) {
  const arms = [
    { name: "Full fine-tuning", points: curves.full ?? [], arm: result?.full ?? null },
    { name: "The adapter", points: curves.lora ?? [], arm: result?.lora ?? null },
  ];
  const losses = arms.flatMap(({ points }) => points.flatMap((point) => [point.trainingLoss, point.heldOutLoss]));
  const highest = Math.max(1, Math.ceil(Math.max(0, ...losses)));
  return (
    <section className="part" aria-labelledby="curves">
      <h2 id="curves">How it was learned, step by step</h2>
      <div className="curve-charts">
        {arms.map(({ name, points, arm }) => (
          <div key={name}>
            <Losses name={name} points={points} steps={steps} highest={highest} best={arm && bestPoint(arm)} />
            {arm && result ? <Overfit words={overfitWords(arm, result.inputs.examples)} /> : null}
          </div>
        ))}
        {arms.map(({ name, points }) => (
          <Answers key={name} name={name} points={points} steps={steps} />
        ))}
      </div>
    </section>
  );
}

function Overfit({ words }: { words: string | null }) {
  return words ? <p className="fig-caption">{words}</p> : null;
}

type ArmProps = { name: string; points: readonly CurvePoint[]; steps: number };

const along = (points: readonly CurvePoint[], of: (point: CurvePoint) => number) =>
  points.map((point) => ({ x: point.step, y: of(point) }));

function Losses({ name, points, steps, highest, best }: ArmProps & { highest: number; best: CurvePoint | null }) {
  const last = points.at(-1);
  return (
    <LineChart
      statement={`${name}: loss.`}
      caption={
        last
          ? `On its own examples ${lossWords(last.trainingLoss)} at the end, on unseen messages ${lossWords(last.heldOutLoss)}${
              best ? `, least at step ${best.step} with ${lossWords(best.heldOutLoss)}` : ""
            }. Guessing costs ${lossWords(Math.log(4))}.`
          : "Drawn as training goes on."
      }
      label={curveWords(name, points)}
      x={{ label: "step", domain: [0, steps] }}
      y={{ label: "loss, in nats", domain: [0, highest] }}
      height={height}
      series={[
        { id: "unseen", name: "unseen messages", points: along(points, (point) => point.heldOutLoss) },
        { id: "own", name: "own examples", look: "second", points: along(points, (point) => point.trainingLoss) },
      ]}
    />
  );
}

function Answers({ name, points, steps }: ArmProps) {
  const last = points.at(-1);
  return (
    <LineChart
      statement={`${name}: right answers.`}
      caption={
        last
          ? `Of unseen messages, ${shareWords(last.heldOutAccuracy)} by the convention and ${shareWords(last.generalAccuracy)} by the general rule at the end.`
          : "Drawn as training goes on."
      }
      label={curveWords(name, points)}
      x={{ label: "step", domain: [0, steps] }}
      y={{ label: "right answers", domain: [0, 1], format: shareWords }}
      height={height}
      series={[
        { id: "convention", name: "convention (B)", points: along(points, (point) => point.heldOutAccuracy) },
        {
          id: "general",
          name: "general rule (A)",
          look: "second",
          points: along(points, (point) => point.generalAccuracy),
        },
      ]}
    />
  );
}
