import { Link } from "@remix-run/react";
import { sourceWords } from "#app/components/ui/source-note.tsx";
import type { TuningInputs } from "#app/domain/simulator/tuning/tuning-inputs.ts";
import { numberWords } from "../amount.ts";
import { passesOf } from "./tuning-words.ts";

type Setting = { what: string; printed: string; figure: string; source: string; here: string; why: string };

function settingsOf(inputs: TuningInputs): Setting[] {
  const { rank, alpha, rate, examples, general } = inputs;
  return [
    {
      what: "Rank",
      printed: "16",
      figure: "s0-script-default-rank",
      source: "S0:85",
      here: String(rank),
      why: "At 16 the adapter has more numbers than this whole network.",
    },
    {
      what: "Alpha",
      printed: "32",
      figure: "s0-script-alpha",
      source: "S0:86",
      here: String(alpha),
      why: `Only alpha over rank counts: 2 in the source, ${numberWords(alpha / rank)} here.`,
    },
    {
      what: "Learning rate",
      printed: "0.0002",
      figure: "s0-script-learning-rate",
      source: "S0:84",
      here: numberWords(rate),
      why: "Larger networks need smaller steps.",
    },
    {
      what: "Passes over the examples",
      printed: "3",
      figure: "s0-script-default-epochs",
      source: "S0:83",
      here: numberWords(Number(passesOf(inputs).toPrecision(2))),
      why: "A large model begins nearer to the goal; many passes over few examples are how overfitting begins.",
    },
    {
      what: "Examples",
      printed: "50 to 50,000",
      figure: "s1-training-pairs",
      source: "S1:72",
      here: numberWords(examples),
      why: "Set 50, and compare own examples with unseen messages.",
    },
    {
      what: "General data mixed in",
      printed: "10 to 20 %",
      figure: "s1-general-data",
      source: "S1:218",
      here: `${numberWords(general)} %`,
      why: "Set 0 and 15, and compare the general rule.",
    },
  ];
}

/** What the sources set for a large model beside what this run was given. */
export function SourceSettings({ inputs }: { inputs: TuningInputs }) {
  return (
    <section className="part" aria-labelledby="settings">
      <h2 id="settings">The sources’ settings and these</h2>
      <table className="ledger folds tuning-table">
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col" className="r">
              Printed
            </th>
            <th scope="col" className="r dbl">
              Here
            </th>
            <th scope="col">Where</th>
            <th scope="col">Why it differs, or what to try</th>
          </tr>
        </thead>
        <tbody>
          {settingsOf(inputs).map(({ what, printed, figure, source, here, why }) => (
            <tr key={what}>
              <th scope="row" className="lead-cell">
                {what}
              </th>
              <td className="r" data-label="Printed">
                {printed}
              </td>
              <td className="r dbl" data-label="Here">
                {here}
              </td>
              <td data-label="Where">
                <Link to={`/figures#${figure}`}>{sourceWords(source)}</Link>
              </td>
              <td data-label="Note">
                <span>{why}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
