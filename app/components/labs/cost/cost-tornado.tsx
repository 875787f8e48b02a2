import { retrainWords } from "#app/components/home/balance-words.ts";
import {
  TornadoChart,
  type TornadoRow,
  type TornadoSide,
  type TornadoSides,
} from "#app/components/charts/tornado-chart.tsx";
import { wholePercent } from "#app/components/ui/whole-percent.ts";
import { costAt } from "#app/domain/simulator/break-even.ts";
import type { Input, Values } from "#app/domain/simulator/input.ts";
import { defaultsOf, type Preset } from "#app/domain/simulator/preset.ts";
import { tornadoOf, type Measure, type Swing } from "#app/domain/simulator/sensitivity.ts";
import { moneyWords, numberWords, shortWords } from "../amount.ts";
import type { CrossingView } from "./cost-views.ts";

const mostRows = 8;

/** What the first cost comes to beyond the second, or, where no input is the variable, the value at which they meet. */
function measureOf(preset: Preset, { breakEven }: CrossingView): { measure: Measure; isMoney: boolean } {
  const input = preset.compute(defaultsOf(preset)).breakEvens[breakEven]?.input;
  return {
    isMoney: input !== undefined,
    measure: (values) => {
      const crossing = preset.compute(values).breakEvens[breakEven];
      if (!crossing?.sides) return 0;
      if (input === undefined) return crossing.breakEven.kind === "at" ? crossing.breakEven.value : 0;
      const at = values[input] ?? 0;
      const apart = costAt(crossing.sides[0], at) - costAt(crossing.sides[1], at);
      return crossing.sides[0].approach === "rag" ? apart : -apart;
    },
  };
}

/** Each input alone, from one end of what the sources say to the other. */
export function CostTornado({ preset, values, view }: { preset: Preset; values: Values; view: CrossingView }) {
  const { measure, isMoney } = measureOf(preset, view);
  const swings = tornadoOf(preset, values, measure);
  const moving = swings.filter(({ swing }) => swing > 0);
  const now = measure(values);
  const words = (value: number) =>
    isMoney ? moneyWords(Number(value.toPrecision(4))) : numberWords(Number(value.toPrecision(4)));
  const sides = isMoney ? sidesOf(preset, values, view) : null;
  const inputOf = (swing: Swing) => preset.inputs.find(({ id }) => id === swing.input);
  const top = moving[0];
  return (
    <TornadoChart
      statement={top ? `“${top.label}” moves it most.` : "Nothing moves it."}
      caption="Each input alone goes from the lowest to the highest that the sources say; where they say one thing, to half and double. The dotted line is where things stand."
      label={`How far each input alone moves the result, now ${words(now)}. ${moving
        .slice(0, mostRows)
        .map((each) => `${each.label}: from ${words(each.atLow)} to ${words(each.atHigh)}`)
        .join("; ")}.`}
      rows={moving.slice(0, mostRows).map((swing) => rowOf(swing, inputOf(swing)))}
      now={now}
      {...(sides ? { sides } : {})}
      axis={
        isMoney
          ? `difference ${view.period}, now ${words(Math.abs(now))}`
          : `${view.x.label} at which they are equal, now ${words(now)}`
      }
      table={{
        columns: [
          { label: "Input" },
          { label: "From" },
          { label: "To" },
          { label: "At the low" },
          { label: "At the high" },
          { label: "Ends", words: true },
        ],
        rows: swings.map((swing) => {
          const { lowWords, highWords } = rowOf(swing, inputOf(swing));
          const basis = swing.basis === "sources" ? "the sources’" : "half and double";
          return [swing.label, lowWords, highWords, words(swing.atLow), words(swing.atHigh), basis];
        }),
      }}
    />
  );
}

/** A positive difference is what the retrieval side, or the model without training, costs more. */
function sidesOf(preset: Preset, values: Values, { breakEven, sides: named }: CrossingView): TornadoSides | null {
  const sides = preset.compute(values).breakEvens[breakEven]?.sides;
  if (!sides) return null;
  const side = (at: 0 | 1): TornadoSide => ({
    approach: sides[at].approach,
    name: `${named[at].name} cheaper`,
    short: named[at].name,
  });
  const [one, other] = [side(0), side(1)];
  return one.approach === "rag" ? { below: one, above: other } : { below: other, above: one };
}

function rowOf({ input: id, label, low, high, atLow, atHigh }: Swing, input: Input | undefined): TornadoRow {
  const unit = input?.unit ?? "";
  const words = (value: number) => {
    if (id === "retrainsPerMonth") return retrainWords(value);
    return unit.startsWith("share") ? wholePercent(value) : shortWords(value, unit);
  };
  return { id, label, atLow, atHigh, lowWords: words(low), highWords: words(high) };
}
