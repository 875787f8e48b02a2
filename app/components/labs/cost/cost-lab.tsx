import { Link } from "@remix-run/react";
import { retrainWords } from "#app/components/home/balance-words.ts";
import type { BreakEvenOver } from "#app/domain/simulator/break-even.ts";
import { costPresets } from "#app/domain/simulator/cost/cost-presets.ts";
import { inputsWithRange, openCosts } from "#app/domain/simulator/cost/open-costs.ts";
import type { Values } from "#app/domain/simulator/input.ts";
import { defaultsOf, type Computed, type Preset } from "#app/domain/simulator/preset.ts";
import { BreakEvenList } from "../preset/break-even-list.tsx";
import type { FigureReferences } from "../preset/figure-reference.ts";
import { PresetLab } from "../preset/preset-lab.tsx";
import { readPresetState, type PresetState } from "../preset-state.ts";
import { useLabState, type LabState } from "../use-lab-state.ts";
import { answerWords, type Answer } from "./answer-words.ts";
import { CostTornado } from "./cost-tornado.tsx";
import { costViews, type CostView, type CrossingView } from "./cost-views.ts";
import { CrossingChart } from "./crossing-chart.tsx";
import { asOfParameter, priceParameter, readPrices, settingsOfPrices, type PriceState } from "./price-state.ts";
import { PriceTable } from "./price-table.tsx";

/** The cost models of the sources, computed where they are shown. `today` dates prices that a person sets. */
export function CostLab({ figures, today }: { figures: FigureReferences; today: string }) {
  const lab = useLabState();
  const prices = readPrices(lab.params, today);
  const state = readPresetState(costPresets, lab.params, ({ id }) => settingsOfPrices(prices, id));
  const { preset, values } = state;
  const view = costViews[preset.id];
  const computed = preset.compute(values);
  if (!view) throw new Error(`The cost lab does not know how to show ${preset.id}.`);
  const answer = answerOf(computed, view.main, values);
  return (
    <PresetLab
      name="Cost"
      title="What it costs, and when that flips"
      lead="Published budgets, recomputed line by line. Move an input and watch which design is cheaper, if the answer changes at all."
      tabs={costPresets.map(({ id }) => ({ id, name: costViews[id]?.tab ?? id }))}
      state={state}
      lab={lab}
      computed={computed}
      figures={figures}
      first={view.first}
      wordsOf={(input, value) => (input === "retrainsPerMonth" ? retrainWords(value) : null)}
      carried={pricesCarried(lab, prices)}
      note={view.note}
      answer={answer ? answerWords(answer, view.main) : ""}
      chart={<MainChart state={state} view={view} computed={computed} />}
      further={<Further state={state} view={view} computed={computed} />}
    >
      <PriceTable state={prices} presetId={preset.id} lab={lab} />
    </PresetLab>
  );
}

function pricesCarried({ params }: LabState, { table }: PriceState): [string, string][] {
  const names = new Set([asOfParameter, ...table.map(({ id }) => priceParameter(id))]);
  return [...params].filter(([name]) => names.has(name));
}

function isAsPrinted({ inputs }: Preset, values: Values): boolean {
  return inputs.every(({ id, default: own }) => values[id] === own);
}

type PartProps = { state: PresetState; view: CostView; computed: Computed };

function MainChart({ state: { preset, values }, view, computed }: PartProps) {
  const answer = answerOf(computed, view.main, values);
  if (!answer) return null;
  return (
    <CrossingChart
      answer={answer}
      view={view.main}
      open={openCosts(preset, values, view.main.breakEven)}
      ranged={inputsWithRange(preset, values, view.main.breakEven)}
      thresholds={view.main.x.label.startsWith("queries") ? thresholdsOf(preset, computed, view.main) : undefined}
      printed={printedAcross({ preset, values, view, computed })}
      printedAt={printedPoints(view, computed)}
      more={
        preset.id === "s2-compare-costs" ? (
          <>
            The source leaves training and labour out; with them, fine-tuning has to catch up and a break-even appears.{" "}
            <Link to="?preset=s2-setup" preventScrollReset>
              Add them
            </Link>
          </>
        ) : null
      }
    />
  );
}

function Further({ state: { preset, values }, view, computed }: PartProps) {
  const { second } = view;
  const answer = second ? answerOf(computed, second, values) : null;
  return (
    <>
      <section aria-labelledby="moves">
        <h2 id="moves">What moves the answer</h2>
        <CostTornado preset={preset} values={values} view={view.main} />
      </section>
      <section aria-labelledby="further">
        <h2 id="further">{second?.title ?? "Where it breaks even"}</h2>
        {second && answer ? (
          <>
            <p className="small ink-2 lab-part-lead">
              {answer.at === null ? "" : `${answerWords(answer, second)} `}
              {second.lead}
            </p>
            <CrossingChart
              answer={answer}
              view={second}
              open={openCosts(preset, values, second.breakEven)}
              ranged={inputsWithRange(preset, values, second.breakEven)}
              thresholds={second.x.label.startsWith("queries") ? thresholdsOf(preset, computed, second) : undefined}
            />
          </>
        ) : null}
        <BreakEvenList breakEvens={computed.breakEvens} />
      </section>
    </>
  );
}

function answerOf({ breakEvens }: Computed, view: CrossingView, values: Values): Answer | null {
  const found: BreakEvenOver | undefined = breakEvens[view.breakEven];
  if (!found?.sides) return null;
  return {
    sides: found.sides,
    breakEven: found.breakEven,
    at: found.input === undefined ? null : (values[found.input] ?? null),
  };
}

function thresholdsOf(preset: Preset, { breakEvens }: Computed, view: CrossingView) {
  const input = breakEvens[view.breakEven]?.input;
  return preset.inputs.find(({ id }) => id === input)?.thresholds;
}

/** The print is a line across only while all but the variable is as the source has it. */
function printedAcross({
  preset,
  values,
  view,
  computed,
}: {
  preset: Preset;
  values: Values;
  view: CostView;
  computed: Computed;
}) {
  const variable = computed.breakEvens[view.main.breakEven]?.input;
  const line = computed.lines.find(({ id }) => id === view.printedLine?.id);
  if (!view.printedLine || !line || line.printed === null || variable === undefined) return null;
  const others = { ...values, [variable]: defaultsOf(preset)[variable] ?? 0 };
  return isAsPrinted(preset, others) ? { y: line.printed, side: view.printedLine.side } : null;
}

function printedPoints({ printedAt = [] }: CostView, { lines }: Computed) {
  return printedAt.map(({ x, ids }) => {
    const printed = (id: string) => lines.find((line) => line.id === id)?.printed ?? Number.NaN;
    return { x, y: [printed(ids[0]), printed(ids[1])] as const };
  });
}
