import { Diagram } from "#app/components/diagram/diagram.tsx";
import { diagramOf } from "#app/domain/simulator/decide/diagram.ts";
import { judge, type Judgement } from "#app/domain/simulator/decide/evaluate.ts";
import { sixQuestionsWithVetoes } from "#app/domain/simulator/decide/published/s0-six-questions.ts";
import type { Situation } from "#app/domain/simulator/decide/situation.ts";
import { SourceLink } from "./decision-links.tsx";
import { DecisionMark } from "./decision-mark.tsx";
import { procedureOf } from "./judgement-words.ts";
import { ProcedureTable } from "./procedure-table.tsx";
import { StepList } from "./step-list.tsx";
import { procedureName } from "./verdict-words.ts";

/** Those that their source draws, or that ask one thing after another; the others are printed as rows. */
const drawn: ReadonlySet<string> = new Set(["s0-six-questions", "s1-tree", "s2-flowchart"]);

/** One procedure: its own picture with the way taken in it, and the way as a list. */
export function ProcedurePart({ judgement, situation }: { judgement: Judgement; situation: Situation }) {
  const { id, verdict } = judgement;
  const procedure = procedureOf(judgement);
  const { name, source } = procedure;
  return (
    <article className="decide-procedure" id={id} aria-labelledby={`${id}-name`}>
      <header>
        <h3 className="serif" id={`${id}-name`}>
          {procedureName(id)}
        </h3>
        <p className="small muted">
          {name} · <SourceLink source={source} />
        </p>
        <p className="decide-procedure-verdict">
          <DecisionMark verdict={verdict} />
        </p>
      </header>
      <div className="decide-procedure-picture">
        {drawn.has(id) ? (
          <Diagram
            source={diagramOf(procedure, judgement)}
            label={`${name}, with the way taken`}
            caption={<WayCaption isOrdered={id === "s0-six-questions"} />}
          />
        ) : (
          <ProcedureTable procedure={procedure} judgement={judgement} />
        )}
      </div>
      <div className="decide-procedure-way">
        <h4>{verdict === "undetermined" ? "As far as it gets" : "The way it took"}</h4>
        <StepList procedure={procedure} judgement={judgement} />
        {id === "s0-six-questions" ? <WithVetoes situation={situation} /> : null}
      </div>
    </article>
  );
}

function WayCaption({ isOrdered }: { isOrdered: boolean }) {
  return (
    <>
      <b>Thick is the way taken.</b> {isOrdered ? "Dotted is the order of the list. " : null}A box with a question mark
      and a broken edge waits for a fact.
    </>
  );
}

function WithVetoes({ situation }: { situation: Situation }) {
  const { verdict } = judge(sixQuestionsWithVetoes, situation);
  return (
    <p className="small decide-vetoes">
      With the last two questions as vetoes, which is our reading and not the source’s:{" "}
      <DecisionMark verdict={verdict} />
    </p>
  );
}
