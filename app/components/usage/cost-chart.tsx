import { scaleBand, scaleLinear } from "@visx/scale";
import { ChartFrame, type DrawingSize } from "#app/components/charts/chart-frame.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import type { UsageDay } from "#app/domain/usage/usage.ts";
import { countWords, dollars } from "./usage-words.ts";

const dayWords = (day: string) => formatUtc(`${day}T00:00:00.000Z`, "date");
const shortDay = (day: string) => formatUtc(`${day}T00:00:00.000Z`, "day").replace(/ \d{4}$/, "");

/** What each day cost, as the budget counts it. */
export function CostChart({ days }: { days: readonly UsageDay[] }) {
  const total = days.reduce((sum, { costUsd }) => sum + costUsd, 0);
  const dearest = days.reduce((most, each) => (each.costUsd > most.costUsd ? each : most), {
    day: "",
    calls: 0,
    costUsd: 0,
  });
  const statement = `${dollars(total)} in ${days.length} days.`;
  return (
    <ChartFrame
      statement={statement}
      caption="As the budget counts it: a call that broke off or is under way stands with its estimate. Days are those of UTC."
      label={
        dearest.costUsd === 0
          ? statement
          : `Cost by day. The dearest, ${dollars(dearest.costUsd)}, is ${dayWords(dearest.day)}.`
      }
      table={{
        columns: [{ label: "Day" }, { label: "Calls" }, { label: "Cost" }],
        rows: days.toReversed().map(({ day, calls, costUsd }) => [dayWords(day), countWords(calls), dollars(costUsd)]),
      }}
      height={{ wide: 200, narrow: 180 }}
      renderDrawing={(size) => <Columns days={days} dearest={dearest} size={size} />}
    />
  );
}

type ColumnsProps = { days: readonly UsageDay[]; dearest: UsageDay; size: DrawingSize };

function Columns({ days, dearest, size: { width, height } }: ColumnsProps) {
  const [top, bottom] = [22, height - 26];
  const x = scaleBand({ domain: days.map(({ day }) => day), range: [0, width], paddingInner: 0.3 });
  const y = scaleLinear<number>({ domain: [0, dearest.costUsd || 1], range: [bottom, top] });
  const [first, last] = [days[0], days.at(-1)];
  return (
    <>
      {days.map(({ day, costUsd }) =>
        costUsd === 0 ? null : (
          <rect
            key={day}
            className="chart-bar"
            x={x(day)}
            y={Math.min(y(costUsd), bottom - 1)}
            width={x.bandwidth()}
            height={Math.max(1, bottom - y(costUsd))}
          />
        ),
      )}
      {dearest.costUsd === 0 ? null : (
        <text className="chart-tick" {...namePlace(x(dearest.day) ?? 0, x.bandwidth(), width)} y={top - 7}>
          {dollars(dearest.costUsd)}
        </text>
      )}
      <path className="chart-axis" d={`M0 ${bottom}H${width}`} />
      {first ? (
        <text className="chart-tick" x={0} y={height - 6}>
          {shortDay(first.day)}
        </text>
      ) : null}
      {last ? (
        <text className="chart-tick" x={width} y={height - 6} textAnchor="end">
          {shortDay(last.day)}
        </text>
      ) : null}
    </>
  );
}

/** Words above a column stay inside the drawing. */
function namePlace(left: number, bandwidth: number, width: number) {
  const middle = left + bandwidth / 2;
  if (middle < 40) return { x: left, textAnchor: "start" as const };
  if (middle > width - 40) return { x: left + bandwidth, textAnchor: "end" as const };
  return { x: middle, textAnchor: "middle" as const };
}
