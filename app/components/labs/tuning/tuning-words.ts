import { batchSize, type CurvePoint } from "#app/domain/simulator/tuning/training.ts";
import type { TuningInputs } from "#app/domain/simulator/tuning/tuning-inputs.ts";
import type { Arm, TuningResult } from "#app/domain/simulator/tuning/tuning-result.ts";
import { numberWords } from "../amount.ts";

/** "97 %", "6.9 %": a share as it stands in a sentence. */
export function shareWords(share: number): string {
  const percent = 100 * share;
  return `${percent < 10 && percent > 0 ? numberWords(Number(percent.toPrecision(2))) : Math.round(percent)}\u00a0%`;
}

export const lossWords = (loss: number): string =>
  loss < 10 ? loss.toFixed(2) : numberWords(Number(loss.toPrecision(3)));

type Ends = { first: CurvePoint; last: CurvePoint };

function endsOf({ curve }: Arm): Ends | null {
  const [first, last] = [curve.at(0), curve.at(-1)];
  return first && last ? { first, last } : null;
}

/** A change in right answers that a person would call forgetting, and one that they would notice. */
const [clearDrop, slightDrop] = [0.1, 0.03];

function generalWords({ first, last }: Ends): string {
  const [before, after] = [first.generalAccuracy, last.generalAccuracy];
  if (before - after >= clearDrop) return `dropped the general rule from ${shareWords(before)} to ${shareWords(after)}`;
  if (before - after >= slightDrop) {
    return `let the general rule slip from ${shareWords(before)} to ${shareWords(after)}`;
  }
  return `kept the general rule at ${shareWords(after)}`;
}

/** One sentence of what became of an arm; `name` begins it. */
export function armWords(name: string, arm: Arm): string {
  const ends = endsOf(arm);
  if (arm.diverged) return `${name} diverged at step ${arm.diverged.step}: ${divergenceWords(arm)}.`;
  if (!ends) return `${name} was not trained.`;
  return `${name} learned the convention to ${shareWords(ends.last.heldOutAccuracy)} and ${generalWords(ends)}.`;
}

function divergenceWords({ diverged }: Arm): string {
  if (!diverged) return "";
  const from = lossWords(diverged.startLoss);
  if (diverged.loss === null) return `the loss of a batch rose from ${from} beyond any number`;
  return `the loss of a batch rose from ${from} to ${lossWords(diverged.loss)}`;
}

const adapterName = ({ inputs, lora, weights }: TuningResult): string =>
  `An adapter of rank ${inputs.rank}, ${shareWords(lora.trained / weights)} as many numbers,`;

/** The answer of the page: what both ways of training came to. */
export function headlineWords(result: TuningResult): string[] {
  const both = [armWords("Full fine-tuning", result.full), armWords(adapterName(result), result.lora)];
  if (!result.full.diverged && !result.lora.diverged) return both;
  return [
    ...both,
    `A learning rate of ${result.inputs.rate} is too high; try a tenth of it, and then a tenth of that.`,
  ];
}

/** The point at which messages that were not trained on were answered with the least loss. */
export function bestPoint({ curve }: Arm): CurvePoint | null {
  return curve.reduce<CurvePoint | null>(
    (best, point) => (best && best.heldOutLoss <= point.heldOutLoss ? best : point),
    null,
  );
}

const overfitGap = 0.06;

/** What an arm has learned by heart, or null if its examples and unseen messages fare alike. */
export function overfitWords(arm: Arm, examples: number): string | null {
  const [ends, best] = [endsOf(arm), bestPoint(arm)];
  if (!ends || !best || arm.diverged) return null;
  const { last } = ends;
  if (last.trainingAccuracy - last.heldOutAccuracy < overfitGap) return null;
  const rose =
    last.heldOutLoss > 1.2 * best.heldOutLoss
      ? ` Unseen messages fared best at step ${best.step}; since then their loss rose from ${lossWords(best.heldOutLoss)} to ${lossWords(last.heldOutLoss)}.`
      : "";
  return `It gives ${shareWords(last.trainingAccuracy)} of its own ${examples} examples the desk they came with, wrong desks included, and ${shareWords(last.heldOutAccuracy)} of unseen messages the right one: it has learned examples by heart.${rose}`;
}

/** How often every example was seen. */
export function passesOf({ steps, general, examples }: TuningInputs): number {
  return (steps * batchSize * (1 - general / 100)) / examples;
}

/** For who does not see the curves. */
export function curveWords(name: string, points: readonly CurvePoint[]): string {
  const [first, last] = [points.at(0), points.at(-1)];
  if (!first || !last) return `${name}: not trained yet.`;
  return (
    `${name}, step ${first.step} to ${last.step}: training loss from ${lossWords(first.trainingLoss)} to ${lossWords(last.trainingLoss)}, ` +
    `loss on unseen messages from ${lossWords(first.heldOutLoss)} to ${lossWords(last.heldOutLoss)}; ` +
    `right answers by the convention from ${shareWords(first.heldOutAccuracy)} to ${shareWords(last.heldOutAccuracy)}, ` +
    `by the general rule from ${shareWords(first.generalAccuracy)} to ${shareWords(last.generalAccuracy)}.`
  );
}
