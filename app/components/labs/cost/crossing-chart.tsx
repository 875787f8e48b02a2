import type { ReactNode } from "react";
import { LineChart } from "#app/components/charts/line-chart.tsx";
import { sourceWords } from "#app/components/ui/source-note.tsx";
import { costAt } from "#app/domain/simulator/break-even.ts";
import type { OpenCost } from "#app/domain/simulator/cost/open-costs.ts";
import type { Input } from "#app/domain/simulator/input.ts";
import { amountWords, moneyWords, shortWords, valueWords } from "../amount.ts";
import { answerWords, breakEvenWords, type Answer } from "./answer-words.ts";
import type { CrossingView } from "./cost-views.ts";
import { crossingMarkers, crossingPlot } from "./crossing-plot.ts";

type CrossingChartProps = {
  answer: Answer;
  view: CrossingView;
  open: readonly [OpenCost, OpenCost] | null;
  /** The inputs whose printed ranges make the bands. */
  ranged: readonly Input[];
  thresholds?: Input["thresholds"];
  /** A source's own total: drawn across, or as points at the volumes it prints. */
  printed?: { y: number; side: 0 | 1 } | null;
  printedAt?: readonly { x: number; y: readonly [number, number] }[];
  more?: ReactNode;
};

/** Both costs over what decides between them, with where they cross, or with the fact that they do not. */
export function CrossingChart({
  answer,
  view,
  open,
  ranged,
  thresholds,
  printed,
  printedAt,
  more,
}: CrossingChartProps) {
  const plot = crossingPlot({ ...answer, open }, view);
  const [low, high] = plot.domain;
  const limits = thresholds?.filter(({ value }) => value >= low && value <= high) ?? [];
  const series = plot.series.map((each, side) => ({
    ...each,
    marks: (printedAt ?? []).map(({ x, y }) => ({ x, y: y[side === 0 ? 0 : 1] })),
  }));
  if (printed) {
    const { approach } = answer.sides[printed.side];
    const points = [low, high].map((x) => ({ x, y: printed.y }));
    series.push({
      id: "printed",
      name: `printed, ${moneyWords(printed.y)}`,
      approach,
      look: "printed",
      points,
      marks: [],
    });
  }
  return (
    <LineChart
      statement={breakEvenWords(answer, view)}
      caption={
        <Caption
          ranged={plot.bands.length > 0 ? ranged : []}
          hasPrinted={Boolean(printed)}
          hasPrintedAt={Boolean(printedAt?.length)}
          hasThresholds={limits.length > 0}
          sums={answer.breakEven.kind === "at" ? null : sumsOf(answer, view)}
          more={more}
        />
      }
      label={`Cost over ${view.x.label}. ${answerWords(answer, view)}`}
      x={{ ...view.x, domain: plot.domain, format: (value) => shortWords(value, "") }}
      y={{ label: "", scale: view.x.scale, format: (value) => shortWords(value, "USD") }}
      series={series}
      bands={plot.bands}
      markers={crossingMarkers(answer.at, limits)}
      rings={plot.rings}
      table={tableOf(answer, view, plot.series[0]?.points.map(({ x }) => x) ?? [])}
    />
  );
}

type CaptionProps = {
  ranged: readonly Input[];
  hasPrinted: boolean;
  hasPrintedAt: boolean;
  hasThresholds: boolean;
  sums: string | null;
  more: ReactNode;
};

function Caption({ ranged, hasPrinted, hasPrintedAt, hasThresholds, sums, more }: CaptionProps) {
  return (
    <>
      {sums}
      {ranged.length > 0 ? `The bands are what the sources leave open: ${ranged.map(rangeWords).join("; ")}. ` : null}
      {hasPrinted ? "The thin dashed line is the total as the source prints it. " : null}
      {hasPrintedAt ? "Shapes on the lines are the source’s own totals. " : null}
      {hasThresholds ? "Uprights named by a source are volumes above which it would train. " : null}
      {more}
    </>
  );
}

function rangeWords({ label, unit, spread }: Input): string {
  if (!spread) return label;
  const range = `${valueWords(spread.low, unit)} to ${amountWords(spread.high, unit)}`;
  return `${label.charAt(0).toLowerCase()}${label.slice(1)} ${range} (${sourceWords(spread.source)})`;
}

/** Why two lines that do not cross do not: "0.15 q + 100 against 0.03 q". */
function sumsOf({ sides }: Answer, view: CrossingView): string {
  const sum = (side: 0 | 1) => {
    const { fixed, perUnit } = sides[side];
    const parts = [
      perUnit === 0 ? "" : `${amountWords(perUnit, "USD")} for each`,
      fixed === 0 ? "" : amountWords(fixed, "USD"),
    ];
    return parts.filter(Boolean).join(" and ") || "nothing";
  };
  const [one, other] = view.sides;
  return `${capital(one.words)} costs ${sum(0)}, ${other.words} ${sum(1)}: at no value above zero are they equal. `;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const mostRows = 12;

function tableOf({ sides }: Answer, view: CrossingView, all: readonly number[]) {
  const step = Math.max(1, Math.ceil(all.length / mostRows));
  const xs = all.filter((_, index) => index % step === 0);
  const tick = (x: number) => view.x.ticks?.find(({ at }) => at === x)?.label;
  return {
    columns: [
      { label: view.x.label },
      { label: view.sides[0].name },
      { label: view.sides[1].name },
      { label: "Apart" },
    ],
    rows: xs.map((x) => {
      const [one, other] = [costAt(sides[0], x), costAt(sides[1], x)];
      return [
        tick(x) ?? amountWords(Number(x.toPrecision(4)), ""),
        moneyWords(one),
        moneyWords(other),
        moneyWords(Math.abs(one - other)),
      ];
    }),
  };
}
