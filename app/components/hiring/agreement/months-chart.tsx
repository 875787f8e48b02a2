import { LineChart } from "#app/components/charts/line-chart.tsx";
import type { ChartBand, LineSeries } from "#app/components/charts/chart-series.ts";
import type { MeasuredMonth } from "#app/domain/hiring/agreement/measured.ts";
import { alphaWords, kappaWords, monthWords, nameGrader } from "./agreement-words.ts";

const shortMonth = (month: string) => {
  const [name = "", year = ""] = monthWords(month).split(" ");
  return `${name.slice(0, 3)} ${year}`;
};

/** Months counted from year 0, so that a month without sessions leaves its place empty. */
function placeOf(month: string): number {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return year * 12 + number;
}

type Drawn = { series: LineSeries[]; bands: ChartBand[] };

function drawGrader(grader: string, months: readonly MeasuredMonth[]): Drawn {
  const measured = months.flatMap(({ month, graders }) => {
    const figures = graders.find((each) => each.grader === grader);
    return figures?.kappa != null ? [{ ...figures, x: placeOf(month), y: figures.kappa }] : [];
  });
  const points = measured.map(({ x, y }) => ({ x, y }));
  const edges = measured.flatMap(({ x, interval }) => (interval ? [{ x, ...interval }] : []));
  return {
    series: points.length === 0 ? [] : [{ id: grader, name: `${nameGrader(grader)}, kappa`, points, marks: points }],
    bands: [{ id: grader, edges }],
  };
}

function drawPeople(months: readonly MeasuredMonth[]): Drawn {
  const points = months.flatMap(({ month, people }) =>
    people.alpha === null ? [] : [{ x: placeOf(month), y: people.alpha }],
  );
  if (points.length === 0) return { series: [], bands: [] };
  return { series: [{ id: "people", name: "Reviewers, alpha", look: "second", points, marks: points }], bands: [] };
}

/** Agreement month by month, of the month in which a session was first reviewed. */
export function MonthsChart({ months }: { months: readonly MeasuredMonth[] }) {
  const graders = [...new Set(months.flatMap((month) => month.graders.map(({ grader }) => grader)))];
  const drawn = [...graders.map((grader) => drawGrader(grader, months)), drawPeople(months)];
  const series = drawn.flatMap((each) => each.series);
  const table = {
    columns: [
      { label: "Month" },
      ...graders.flatMap((grader) => [
        { label: `${nameGrader(grader)}: sessions` },
        { label: `${nameGrader(grader)}: kappa` },
      ]),
      { label: "Reviewers: sessions" },
      { label: "Reviewers: alpha" },
    ],
    rows: months.map(({ month, graders: figures, people }) => [
      monthWords(month),
      ...graders.flatMap((grader) => {
        const own = figures.find((each) => each.grader === grader);
        return own ? [own.sessions, kappaWords(own)] : [0, "–"];
      }),
      people.sessions,
      alphaWords(people),
    ]),
  };
  const drawnMonths = new Set(series.flatMap(({ points }) => points.map(({ x }) => x)));
  if (drawnMonths.size < 2) return <MonthsTable table={table} />;
  const ys = drawn.flatMap(({ bands, series: lines }) => [
    ...bands.flatMap(({ edges }) => edges.map(({ low }) => low)),
    ...lines.flatMap(({ points }) => points.map(({ y }) => y)),
  ]);
  const low = Math.min(0, ...ys);
  const [first, last] = [months[0], months.at(-1)];
  return (
    <LineChart
      statement={`Agreement from ${shortMonth(first?.month ?? "")} to ${shortMonth(last?.month ?? "")}.`}
      caption="By the month of a session’s first review; the band is the 95 % interval of kappa. Months with too few sessions have no point."
      label={table.rows.map((row) => row.join(", ")).join("; ")}
      x={{
        label: "",
        domain: [placeOf(first?.month ?? "") - 0.3, placeOf(last?.month ?? "") + 0.3],
        ticks: months.map(({ month }, at) => ({
          at: placeOf(month),
          label: at % Math.ceil(months.length / 8) === 0 ? shortMonth(month) : "",
          narrow: at % Math.ceil(months.length / 4) === 0 ? shortMonth(month) : "",
        })),
      }}
      y={{
        label: "Beyond chance",
        domain: [low < 0 ? Math.floor(low * 2) / 2 : 0, 1],
        format: (value) => value.toFixed(1),
      }}
      series={series}
      bands={drawn.flatMap(({ bands }) => bands)}
      table={table}
      height={{ wide: 300, narrow: 280 }}
    />
  );
}

type MonthsTableData = {
  columns: readonly { label: string }[];
  rows: readonly (readonly (string | number)[])[];
};

/** Two points make a line; before that the months are told. */
function MonthsTable({ table: { columns, rows } }: { table: MonthsTableData }) {
  return (
    <table className="ledger folds">
      <caption className="visually-hidden">Agreement by month</caption>
      <thead>
        <tr>
          {columns.map(({ label }, at) => (
            <th key={label} scope="col" className={at === 0 ? undefined : "r"}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([month, ...cells]) => (
          <tr key={month}>
            <th scope="row" className="lead-cell">
              {month}
            </th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1]?.label} className="r" data-label={columns[at + 1]?.label}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
