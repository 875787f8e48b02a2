/**
 * Figures that a simulator works out from their own inputs, where a scenario prints something else: whoever repeats the
 * printed figure repeats its mistake. A further model adds its lines to `models`.
 */
import type { Fact } from "../../../scenarios/schema.ts";
import { retrievalLines } from "../../../simulator/retraining.ts";
import { amountOf, contentWords, figuresOfFacts, isSameAmount, isSameKind } from "./known-figure.ts";
import { readQuantities, type Quantity } from "./quantity.ts";
import { writeQuantity } from "./written-quantity.ts";

type Line = { label: string; inputs: string; printed: string; computed: string };

/** `words` name the line in an answer. */
export type ModelledFigure = {
  printed: Quantity;
  computed: string;
  sum: string;
  words: readonly string[];
  right: Quantity;
};

/** Everything in these bills is about queries, so the word names no line. */
const queries = contentWords("queries")[0];

const models: readonly Line[] = retrievalLines
  .filter(({ printedUsd, computedUsd }) => !isSameAmount(printedUsd, computedUsd))
  .map(({ label, inputs, printedUsd, computedUsd }) => ({
    label,
    inputs,
    printed: `$${printedUsd} a month`,
    computed: `$${Number(computedUsd.toFixed(2))} a month`,
  }));

/** The lines that matter in a scenario: those whose printed figure is one of its facts, under the same name. */
function figuresUnder(facts: readonly Fact[]): ModelledFigure[] {
  return models.flatMap(({ label, inputs, printed, computed }) => {
    const [said, right] = [readQuantities(printed).quantities[0], readQuantities(computed).quantities[0]];
    if (!said || !right) return [];
    const stated = figuresOfFacts(facts).filter(
      ({ quantity }) => isSameKind(quantity, said) && isSameAmount(amountOf(quantity), amountOf(said)),
    );
    const words = contentWords(label).filter((word) => word !== queries && stated.some((each) => each.words.has(word)));
    const written = writeQuantity(right);
    return words.length === 0
      ? []
      : [{ printed: said, right, computed: written, sum: `${inputs} = ${written}`, words }];
  });
}

const byFacts = new WeakMap<readonly Fact[], readonly ModelledFigure[]>();

export function modelledFigures(facts: readonly Fact[]): readonly ModelledFigure[] {
  const figures = byFacts.get(facts) ?? figuresUnder(facts);
  byFacts.set(facts, figures);
  return figures;
}
