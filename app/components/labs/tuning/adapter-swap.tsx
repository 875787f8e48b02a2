import { useId } from "react";
import { mapOf } from "#app/domain/simulator/tuning/evaluation.ts";
import { districts, generalDesk, wantedDesk } from "#app/domain/simulator/tuning/tasks.ts";
import type { Answering, TuningResult } from "#app/domain/simulator/tuning/tuning-result.ts";
import { DecisionMap } from "./maps/decision-map.tsx";
import { differingCells } from "./maps/map-shapes.ts";
import { shareWords } from "./tuning-words.ts";

const both = [districts.first, districts.second];
const wantedBy = {
  none: mapOf(generalDesk),
  first: mapOf((point) => wantedDesk(point, districts.first)),
  second: mapOf((point) => wantedDesk(point, districts.second)),
};

const names = { none: "No adapter", first: "First customer’s", second: "Second customer’s" };

/** One base and two adapters: what is chosen changes the answers and not a single weight. Works without scripts. */
export function AdapterSwap({ result }: { result: TuningResult }) {
  const group = useId();
  const bare = result.answering[0];
  if (!bare) return null;
  const isUnchanged = result.answering.every(({ fingerprint }) => fingerprint === bare.fingerprint);
  return (
    <section className="part adapter-swap" aria-labelledby="swap">
      <h2 id="swap">Two customers, one base</h2>
      <p className="tuning-lead">
        A second customer has another district and another convention. Its adapter was trained on the same frozen base,
        so either can be put on while serving.
      </p>
      <fieldset>
        <legend className="label">Adapter in use</legend>
        <div className="seg">
          {result.answering.map(({ adapter }, at) => (
            <label key={names[adapter ?? "none"]}>
              <input type="radio" name={group} value={adapter ?? "none"} defaultChecked={at === 0} />
              {names[adapter ?? "none"]}
            </label>
          ))}
        </div>
        {result.answering.map((answering) => (
          <Panel key={answering.adapter ?? "none"} answering={answering} bare={bare} />
        ))}
      </fieldset>
      <p className="fig-caption">
        <b>{isUnchanged ? "The base is the same to the last bit." : "The base has changed."}</b> Its fingerprint, taken
        from all {result.weights.toLocaleString("en-US")} weights each time, is <code>{bare.fingerprint}</code>; after
        full fine-tuning it is <code>{result.full.fingerprint}</code>, and that network cannot be taken back.
      </p>
      <SwapTable answering={result.answering} />
    </section>
  );
}

function Panel({ answering, bare }: { answering: Answering; bare: Answering }) {
  const key = answering.adapter ?? "none";
  const changed = differingCells(answering.answers, bare.answers) / bare.answers.length;
  return (
    <div className={`swap-panel swap-${key}`}>
      <DecisionMap
        name={names[key]}
        answers={answering.answers}
        wanted={wantedBy[key]}
        districts={both}
        label={`${names[key]}: ${figuresOf(answering)}`}
      />
      <div className="small">
        <p>
          {answering.adapter
            ? `This adapter changes the answer on ${shareWords(changed)} of the ground.`
            : "The base alone: it knows the general rule and neither convention."}
        </p>
        <p>{figuresOf(answering)}</p>
        <p>
          Weights of the base: <code>{answering.fingerprint}</code>
        </p>
      </div>
    </div>
  );
}

function figuresOf({ general, first, second }: Answering): string {
  return `Right by the first customer’s convention ${shareWords(first)}, by the second’s ${shareWords(second)}, by the general rule outside both districts ${shareWords(general)}.`;
}

function SwapTable({ answering }: { answering: readonly Answering[] }) {
  return (
    <table className="ledger folds tuning-table">
      <thead>
        <tr>
          <th scope="col">Adapter in use</th>
          <th scope="col" className="r">
            First convention
          </th>
          <th scope="col" className="r">
            Second convention
          </th>
          <th scope="col" className="r">
            General rule
          </th>
          <th scope="col">Base weights</th>
        </tr>
      </thead>
      <tbody>
        {answering.map(({ adapter, first, second, general, fingerprint }) => (
          <tr key={adapter ?? "none"}>
            <th scope="row" className="lead-cell">
              {names[adapter ?? "none"]}
            </th>
            <td className="r" data-label="First convention">
              {shareWords(first)}
            </td>
            <td className="r" data-label="Second convention">
              {shareWords(second)}
            </td>
            <td className="r" data-label="General rule">
              {shareWords(general)}
            </td>
            <td data-label="Base weights">
              <code>{fingerprint}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
