import { Link } from "@remix-run/react";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import type { PeopleAgreement } from "#app/domain/grading/calibration/agreement/people.ts";
import type { CalibrationReport } from "#app/domain/grading/calibration/calibration-report.ts";
import { AgreementLedger } from "./agreement-ledger.tsx";
import { kindWords } from "./agreement-words.ts";
import { ChecksLedger } from "./checks-ledger.tsx";
import { Disagreements } from "./disagreements.tsx";
import { Halves } from "./halves.tsx";
import { People } from "./people.tsx";
import "./studio.css";

export type CalibrationView = {
  report: CalibrationReport;
  titles: Readonly<Record<string, string>>;
  people: PeopleAgreement;
  canReview: boolean;
};

const worstShown = 12;

/** How far the offline grader agrees with author labels, from the whole to the single word. */
export function Calibration({ view }: { view: CalibrationView }) {
  return (
    <div className="wrap studio">
      <header className="page-head">
        <p className="crumb">
          <Link to="/how-grading-works">How grading works</Link> /
        </p>
        <h1>Calibration</h1>
        <p className="lead">
          Each scenario has labelled answers. The offline grader reads them all; here is how far its verdicts are those
          of the labels, and where they are not.
        </p>
      </header>
      {view.report.answers === 0 ? (
        <EmptyState title="No scenario has labelled answers.">
          An author writes them into the calibration folder of a scenario, one file for each kind of answer.
        </EmptyState>
      ) : (
        <Measured view={view} />
      )}
    </div>
  );
}

function Measured({ view }: { view: CalibrationView }) {
  const { report, titles, people, canReview } = view;
  return (
    <>
      <LabelledSection id="halves" label="Two halves">
        <Halves report={report} />
      </LabelledSection>
      <LabelledSection id="people" label="People">
        <People people={people} canReview={canReview} />
      </LabelledSection>
      <LabelledSection id="other-grader" label="The Anthropic grader">
        <p className="prose">
          Its agreement is not kept: reading every answer with a model costs money. With a key set, this measures it and
          prints the same figures:
        </p>
        <p className="code studio-command">npm run -s tradeoff -- calibrate --grader anthropic</p>
      </LabelledSection>
      <ByScenarioAndKind view={view} />
      <ByCriterion view={view} />
      <LabelledSection id="checks" label="By check">
        <Checks report={report} titles={titles} />
      </LabelledSection>
      <LabelledSection id="disagreements" label="Disagreements">
        <p className="prose">
          The words are the candidate’s, as the grader quotes them. Not met and not enough evidence count as the same.
        </p>
        <Disagreements disagreements={report.disagreements} titles={titles} />
      </LabelledSection>
    </>
  );
}

const nameOf = ({ titles }: CalibrationView, slug: string) => titles[slug] ?? slug;

function ByScenarioAndKind({ view }: { view: CalibrationView }) {
  const { byScenario, byKind } = view.report;
  return (
    <>
      <LabelledSection id="scenarios" label="By scenario">
        <AgreementLedger
          caption="The offline grader against author labels, by scenario"
          of="Scenario"
          pairs="Verdicts"
          rows={byScenario.map(({ scenario, half, verdicts }) => ({
            key: scenario,
            name: (
              <>
                <Link to={`/scenarios/${scenario}`}>{nameOf(view, scenario)}</Link>{" "}
                <span className="muted">{half}</span>
              </>
            ),
            agreement: verdicts,
          }))}
        />
      </LabelledSection>
      <LabelledSection id="kinds" label="By kind of answer">
        <AgreementLedger
          caption="The offline grader against author labels, by kind of answer"
          of="Kind of answer"
          pairs="Verdicts"
          rows={byKind.map(({ kind, verdicts }) => ({ key: kind, name: kindWords(kind), agreement: verdicts }))}
        />
        <p className="fig-caption">
          A stuffed answer is labelled not met throughout: one verdict given too often is enough for a kappa of 0, so
          read it with the share that is the same.
        </p>
      </LabelledSection>
    </>
  );
}

function ByCriterion({ view }: { view: CalibrationView }) {
  return (
    <LabelledSection id="criteria" label="By criterion">
      <AgreementLedger
        caption="Levels 0 to 4 by the offline grader against those of author labels, by criterion"
        of="Criterion"
        pairs="Levels"
        rows={view.report.byCriterion.map(({ scenario, criterion, title, levels }) => ({
          key: `${scenario} ${criterion}`,
          name: (
            <>
              {title} <span className="muted">{nameOf(view, scenario)}</span>
            </>
          ),
          agreement: levels,
        }))}
      />
      <p className="fig-caption">
        On levels 0 to 4, the labels’ computed from their verdicts by the same rules. With so few answers each, one of
        them moves a figure far.
      </p>
    </LabelledSection>
  );
}

function Checks({ report: { byCheck }, titles }: Pick<CalibrationView, "report" | "titles">) {
  const others = byCheck.slice(worstShown);
  return (
    <>
      <ChecksLedger caption="The checks that agree least" checks={byCheck.slice(0, worstShown)} titles={titles} />
      {others.length === 0 ? null : (
        <details className="outline">
          <summary>The other {others.length}</summary>
          <ChecksLedger caption="The other checks, those that agree least first" checks={others} titles={titles} />
        </details>
      )}
    </>
  );
}
