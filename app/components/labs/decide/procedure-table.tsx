import type { Judgement } from "#app/domain/simulator/decide/evaluate.ts";
import type { Procedure } from "#app/domain/simulator/decide/procedure.ts";
import { SourceLink } from "./decision-links.tsx";
import { answerName, labelOf } from "./judgement-words.ts";

/** A procedure that is printed as a table or as sentences: every row with its answer, those that decide marked. */
export function ProcedureTable({ procedure, judgement }: { procedure: Procedure; judgement: Judgement }) {
  const { path, verdict } = judgement;
  const rests = procedure.restsOn(path);
  return (
    <table className="ledger folds decide-rows">
      <caption className="visually-hidden">{procedure.name}, row by row</caption>
      <thead>
        <tr>
          <th scope="col">Asks</th>
          <th scope="col">Answer</th>
          <th scope="col">Speaks for</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {procedure.questions.map(({ id, asks, source }) => {
          const step = path.find(({ node }) => node === id);
          const decides = verdict !== "undetermined" && rests.has(id);
          return (
            <tr key={id} className={decides ? "decides" : undefined}>
              <th scope="row" className="lead-cell">
                {asks}
              </th>
              <td className="decide-answer">{step?.missing ? "not known" : answerName(step?.answer ?? "not asked")}</td>
              <td className="decide-side">
                {step && step.to !== null ? labelOf(procedure, step.to) : <span className="decide-no-side">–</span>}
                {decides ? <span className="decides-mark"> ✓ decides</span> : null}
              </td>
              <td className="decide-source">
                <SourceLink source={source} within={procedure.source} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
