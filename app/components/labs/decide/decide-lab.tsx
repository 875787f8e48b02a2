import { Link } from "@remix-run/react";
import { judgeAll } from "#app/domain/simulator/decide/evaluate.ts";
import { procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { LabHead } from "../lab-head.tsx";
import { DecisionLinksContext, type DecisionLinks } from "./decision-links.tsx";
import { AllInputs } from "./enumeration.tsx";
import { ExampleList, type BriefSituation } from "./example-list.tsx";
import { ProcedurePart } from "./procedure-part.tsx";
import { SituationForm } from "./situation-form.tsx";
import { useDecisionState } from "./use-decision-state.ts";
import { VerdictLedger } from "./verdict-ledger.tsx";
import { verdictSentence } from "./verdict-words.ts";
import { WhyTheyDiffer } from "./why-they-differ.tsx";
import "./decide.css";

type DecideLabProps = { briefs: readonly BriefSituation[]; links: DecisionLinks };

/** One situation through every published procedure, judged where it is shown. */
export function DecideLab({ briefs, links }: DecideLabProps) {
  const state = useDecisionState();
  const { situation } = state;
  const { procedures: judgements } = judgeAll(procedures, situation);
  return (
    <DecisionLinksContext.Provider value={links}>
      <div className="wrap lab decide">
        <LabHead name="Decide" title="One situation, seven procedures">
          The sources print seven ways to decide between prompt, retrieval, tuning and both. Put one case to all of them
          and see which rule leads where.
        </LabHead>
        <ExampleList briefs={briefs} situation={situation} />
        <section className="lab-grid" aria-label="The situation and the verdicts">
          <SituationForm state={state} />
          <div className="lab-main">
            <p className="lab-answer" role="status">
              {verdictSentence(judgements)}
            </p>
            <VerdictLedger judgements={judgements} />
            <p className="small ink-2 decide-caution">
              Seven verdicts are not seven votes: six of them come in pairs from three authors. Take their questions,
              and answer for each which answer would turn yours.{" "}
              <Link to="/learn/decision-procedures">Seven ways to decide</Link>
            </p>
          </div>
          <WhyTheyDiffer judgements={judgements} situation={situation} />
        </section>
        <section className="part" aria-labelledby="ways">
          <h2 id="ways">Seven ways through</h2>
          <p className="ink-2 lab-part-lead">
            Each in the form its source gives it, with the way this situation takes.
          </p>
          {judgements.map((judgement) => (
            <ProcedurePart key={judgement.id} judgement={judgement} situation={situation} />
          ))}
        </section>
        <AllInputs />
      </div>
    </DecisionLinksContext.Provider>
  );
}
