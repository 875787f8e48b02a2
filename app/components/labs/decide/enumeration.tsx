import { BarChart, type ChartBar } from "#app/components/charts/bar-chart.tsx";
import type { ChartTableData } from "#app/components/charts/chart-table.tsx";
import { wholePercent } from "#app/components/ui/whole-percent.ts";
import { approaches, approachName } from "#app/domain/scenarios/approach.ts";
import { enumerate, type Enumeration } from "#app/domain/simulator/decide/evaluate.ts";
import type { Ending, Procedure } from "#app/domain/simulator/decide/procedure.ts";
import { enumerableProcedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { flowchart } from "#app/domain/simulator/decide/published/s2-flowchart.ts";
import { sixQuestions, sixQuestionsWithVetoes } from "#app/domain/simulator/decide/published/s0-six-questions.ts";

const endings: readonly Ending[] = [...approaches, "undefined"];

const counted = new Map<string, Enumeration>();

/** What comes out does not depend on anything but the procedure, so it is counted once. */
function countOf(procedure: Procedure): Enumeration {
  const known = counted.get(procedure.id) ?? enumerate(procedure);
  counted.set(procedure.id, known);
  return known;
}

/** Every combination of answers that a procedure can be given, and what comes out of each. */
export function AllInputs() {
  return (
    <section className="part" aria-labelledby="all-inputs">
      <h2 id="all-inputs">All its inputs</h2>
      <p className="ink-2 lab-part-lead">
        A procedure has only so many answers it can be given. Counted one by one, they show what it can say at all, and
        what it says to nearly everybody.
      </p>
      <div className="decide-counts">
        <CountChart
          procedure={flowchart}
          caption="S2’s flowchart: a hybrid only where knowledge hardly changes, nothing is cited and volume is high; no prompt anywhere."
        />
        <CountChart
          procedure={sixQuestions}
          caption="S0’s six questions, to the letter: too few examples and nobody to train count as votes for retrieval, so with one vote for tuning they make a hybrid."
        />
        <CountChart
          procedure={sixQuestionsWithVetoes}
          caption="The same with the last two questions as vetoes, our reading: what cannot be trained is not tuned."
        />
      </div>
      <AllCounts />
    </section>
  );
}

const endingName = (ending: Ending) => (ending === "undefined" ? "Nothing" : approachName[ending]);

function CountChart({ procedure, caption }: { procedure: Procedure; caption: string }) {
  const { inputs, verdicts } = countOf(procedure);
  const rows = endings.flatMap((ending) => {
    const count = verdicts[ending];
    return count === undefined ? [] : [{ ending, count }];
  });
  const bars = rows.map(({ ending, count }): ChartBar => ({
    id: ending,
    label: endingName(ending),
    ...(ending === "undefined" ? {} : { approach: ending }),
    value: count,
    words: String(count),
  }));
  const [most] = rows.toSorted((one, other) => other.count - one.count);
  if (!most) return null;
  const said = rows.map(({ ending, count }) => `${endingName(ending)} ${count}`).join(", ");
  return (
    <BarChart
      statement={`${most.count} of ${inputs} end in ${most.ending === "hybrid" ? "hybrid" : endingName(most.ending)}.`}
      caption={caption}
      label={`${procedure.name}, all ${inputs} inputs: ${said}.`}
      bars={bars}
      axis={`of ${inputs} inputs`}
      table={tableOf(rows, inputs)}
    />
  );
}

function tableOf(rows: readonly { ending: Ending; count: number }[], inputs: number): ChartTableData {
  return {
    columns: [{ label: "Ends in" }, { label: "Inputs" }, { label: "Share" }],
    rows: rows.map(({ ending, count }) => [endingName(ending), count, wholePercent(count / inputs)]),
  };
}

function AllCounts() {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls is reached by keyboard
    <div className="scroll-x decide-all-counts" role="region" aria-label="All procedures, all inputs" tabIndex={0}>
      <table className="ledger">
        <caption className="visually-hidden">How many inputs of each procedure end in which verdict</caption>
        <thead>
          <tr>
            <th scope="col">Procedure</th>
            <th scope="col" className="r">
              Inputs
            </th>
            {endings.map((ending) => (
              <th key={ending} scope="col" className="r">
                {endingName(ending)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {enumerableProcedures.map((procedure) => {
            const { inputs, verdicts } = countOf(procedure);
            return (
              <tr key={procedure.id}>
                <th scope="row">
                  {procedure.source.split(":")[0]}: {procedure.name.charAt(0).toLowerCase() + procedure.name.slice(1)}
                </th>
                <td className="r">{inputs.toLocaleString("en-US")}</td>
                {endings.map((ending) => (
                  <td key={ending} className="r">
                    {verdicts[ending] ?? "–"}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
