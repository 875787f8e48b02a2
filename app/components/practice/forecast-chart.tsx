import { scaleBand, scaleLinear } from "@visx/scale";
import { ChartFrame, type DrawingSize } from "#app/components/charts/chart-frame.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";

type DueDay = { day: string; count: number };

const some = (count: number) => `${count} ${count === 1 ? "card" : "cards"}`;
const dayWords = (day: string) => formatUtc(`${day}T00:00:00.000Z`, "date");

/** Cards due on each day, as the schedule stands; what is overdue stands under today. */
export function ForecastChart({ days }: { days: readonly DueDay[] }) {
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const busiest = days.reduce(
    (most, each) => (each.count > most.count ? each : most),
    days[0] ?? { day: "", count: 0 },
  );
  const statement =
    total === 0 ? "Nothing is due in the next fourteen days." : `${some(total)} come due in fourteen days.`;
  const label =
    total === 0
      ? statement
      : `Cards due by day. Today ${days[0]?.count ?? 0}; the most, ${busiest.count}, on ${dayWords(busiest.day)}.`;
  return (
    <ChartFrame
      statement={statement}
      caption="As the schedule stands now: a card that is rated moves on, and of new ones at most eight are begun a day. Days are counted in UTC; what is overdue stands under today."
      label={label}
      table={{
        columns: [{ label: "Day" }, { label: "Cards due" }],
        rows: days.map(({ day, count }, at) => [at === 0 ? `Today, ${dayWords(day)}` : dayWords(day), count]),
      }}
      height={{ wide: 190, narrow: 190 }}
      renderDrawing={(size) => <Columns days={days} size={size} />}
    />
  );
}

function Columns({ days, size: { width, height, narrow } }: { days: readonly DueDay[]; size: DrawingSize }) {
  const [top, bottom] = [20, height - 26];
  const x = scaleBand({ domain: days.map(({ day }) => day), range: [0, width], paddingInner: 0.3, paddingOuter: 0.1 });
  const most = Math.max(1, ...days.map(({ count }) => count));
  const y = scaleLinear<number>({ domain: [0, most], range: [bottom, top] });
  return (
    <>
      {days.map(({ day, count }, at) => {
        const left = x(day) ?? 0;
        const middle = left + x.bandwidth() / 2;
        const isNamed = at === 0 || at % (narrow ? 7 : 2) === 0 || (narrow && at === days.length - 1);
        return (
          <g key={day}>
            {count > 0 ? (
              <rect className="chart-bar" x={left} y={y(count)} width={x.bandwidth()} height={bottom - y(count)} />
            ) : null}
            {count > 0 ? (
              <text className="chart-tick" x={middle} y={y(count) - 6} textAnchor="middle">
                {count}
              </text>
            ) : null}
            {isNamed ? (
              <text
                className="chart-tick"
                x={at === 0 ? left : at === days.length - 1 ? left + x.bandwidth() : middle}
                y={height - 6}
                textAnchor={at === 0 ? "start" : at === days.length - 1 ? "end" : "middle"}
              >
                {at === 0 ? "Today" : formatUtc(`${day}T00:00:00.000Z`, "day").replace(/ \d{4}$/, "")}
              </text>
            ) : null}
          </g>
        );
      })}
      <path className="chart-axis" d={`M0 ${bottom}H${width}`} />
    </>
  );
}
