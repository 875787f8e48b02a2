import { Link } from "@remix-run/react";
import { isDecided, type Judgement } from "#app/domain/simulator/decide/evaluate.ts";
import { explainDisagreement, type Camp, type Lead } from "#app/domain/simulator/decide/disagreement.ts";
import { findFaultLines } from "#app/domain/simulator/decide/fault-lines.ts";
import type { Situation } from "#app/domain/simulator/decide/situation.ts";
import { ContradictionLink, SourceLink } from "./decision-links.tsx";
import { DecisionMark } from "./decision-mark.tsx";
import { answerName, isTree, procedureOf } from "./judgement-words.ts";
import { procedureName } from "./verdict-words.ts";
import { sourcesWords } from "#app/components/ui/source-note.tsx";

type WhyProps = { judgements: readonly Judgement[]; situation: Situation };

/** Camp by camp, which rule of which source led there; then what the sources themselves contradict about it. */
export function WhyTheyDiffer({ judgements, situation }: WhyProps) {
  const camps = explainDisagreement(judgements).filter(({ verdict }) => verdict !== "undetermined");
  const parted = camps.filter(({ verdict }) => isDecided(verdict)).length > 1;
  const faults = findFaultLines(situation);
  return (
    <section className="decide-why" aria-labelledby="why">
      <h2 id="why">{parted ? "Where they part" : "What they rest on"}</h2>
      {camps.length === 0 ? <p className="ink-2">Nothing decides yet, so nothing parts them.</p> : null}
      {camps.map((camp) => (
        <CampPart key={camp.verdict} camp={camp} judgements={judgements} />
      ))}
      {faults.length > 0 ? (
        <>
          <h3>The sources contradict each other here</h3>
          <ul className="decide-faults">
            {faults.map(({ id, says, sources, contradiction }) => (
              <li key={id}>
                {says} <cite className="source">{sourcesWords(sources)}</cite> <ContradictionLink id={contradiction} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {camps.some(({ verdict }) => verdict === "hybrid") ? (
        <p className="small ink-2">
          “Hybrid” means three things in the sources: <Link to="/glossary#hybrid">the glossary parts them</Link>, and{" "}
          <ContradictionLink id="C30" />.
        </p>
      ) : null}
    </section>
  );
}

function CampPart({ camp: { verdict, leads }, judgements }: { camp: Camp; judgements: readonly Judgement[] }) {
  return (
    <div className="decide-camp">
      <p className="decide-camp-verdict">
        <DecisionMark verdict={verdict} />
      </p>
      <ul>
        {leads.map((lead) => {
          const judgement = judgements.find(({ id }) => id === lead.procedure);
          return judgement ? <LeadItem key={lead.procedure} lead={lead} judgement={judgement} /> : null;
        })}
      </ul>
    </div>
  );
}

/** A tally names the answers that its rule rests on; a tree the last question, which ended it. */
function LeadItem({ lead: { procedure: id, rule, because }, judgement }: { lead: Lead; judgement: Judgement }) {
  const procedure = procedureOf(judgement);
  if (!rule) return null;
  const rests = procedure.restsOn(judgement.path);
  const spoke = isTree(procedure) ? [] : because.filter(({ node }) => rests.has(node));
  const shown = spoke.slice(0, 3);
  return (
    <li>
      <b>{procedureName(id)}</b>:{" "}
      {isTree(procedure) ? `“${rule.question}” is answered ${rule.answer}, and that ends it` : rule.answer}
      {shown.length > 0
        ? `, by ${shown.map(({ question, answer }) => `“${question}” ${answerName(answer)}`).join(", ")}`
        : ""}
      {spoke.length > shown.length ? ` and ${spoke.length - shown.length} more` : ""}.{" "}
      <SourceLink source={rule.source} within={procedure.source} />
    </li>
  );
}
