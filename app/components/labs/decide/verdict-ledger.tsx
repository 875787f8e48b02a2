import { Fragment } from "react";
import type { Judgement } from "#app/domain/simulator/decide/evaluate.ts";
import { SourceLink } from "./decision-links.tsx";
import { DecisionMark } from "./decision-mark.tsx";
import { answerSentence, endedBy, isTree, missingFacts, procedureOf, sidesCounted } from "./judgement-words.ts";
import { fieldWords } from "./situation-words.ts";
import { procedureName } from "./verdict-words.ts";

/** The seven verdicts, a row each: who, what, and by which rule. */
export function VerdictLedger({ judgements }: { judgements: readonly Judgement[] }) {
  return (
    <table className="ledger folds verdict-ledger">
      <caption className="visually-hidden">What each procedure says, and by which rule</caption>
      <thead>
        <tr>
          <th scope="col">Procedure</th>
          <th scope="col">Says</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {judgements.map((judgement) => (
          <tr key={judgement.id}>
            <th scope="row" className="lead-cell">
              <a href={`#${judgement.id}`}>{procedureName(judgement.id)}</a>
            </th>
            <td data-label="Says">
              <DecisionMark verdict={judgement.verdict} />
            </td>
            <td className="verdict-by">
              <How judgement={judgement} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function How({ judgement }: { judgement: Judgement }) {
  const missing = missingFacts(judgement);
  if (missing.length > 0) {
    return (
      <>
        Needs{" "}
        {missing.map((field, at) => (
          <Fragment key={field}>
            {at === 0 ? null : at === missing.length - 1 ? " and " : ", "}
            <a href={`#fact-${field}`}>{fieldWords[field].name}</a>
          </Fragment>
        ))}
        .
      </>
    );
  }
  const procedure = procedureOf(judgement);
  const ended = endedBy(judgement);
  if (!ended) return null;
  const sides = isTree(procedure) ? [] : sidesCounted(procedure, judgement);
  return (
    <>
      {isTree(procedure) ? `${ended.question} ` : null}
      {answerSentence(ended.answer)} {sides.length > 0 ? <span className="ink-2">{sides.join("; ")}. </span> : null}
      <SourceLink source={ended.source} within={procedure.source} />
    </>
  );
}
