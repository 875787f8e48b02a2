import { Form, Link, useNavigation } from "@remix-run/react";
import { graderName } from "#app/components/scorecard/grader-name.ts";
import { AuthorNav } from "#app/components/studio/author/author-nav.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { GraderName } from "#app/domain/grading/grade.ts";
import type { ModelEstimate } from "#app/domain/grading/model/estimate.ts";
import { ChooseSessions, type Chosen, type Regradable } from "./choose-sessions.tsx";
import { byGrader, estimateWords, regradeStatusWords, some, type RegradeStatus } from "./regrade-words.ts";
import "./regrades.css";

/** What the chosen regrade would take, shown before anything is made. */
export type Plan = { chosen: Chosen; count: number; estimate: ModelEstimate | null };

export type RegradesOutcome = { plan: Plan | null; chosen: Chosen | null; message: string | null };

type RegradeRow = {
  id: string;
  version: number;
  grader: GraderName;
  status: RegradeStatus;
  startedAt: string;
  startedBy: string | null;
  sessions: number;
  graded: number;
};

type RegradesPageProps = {
  view: {
    organisation: { handle: string; name: string };
    scenario: { slug: string; title: string };
    versions: readonly number[];
    sessions: readonly Regradable[];
    canUseAnthropic: boolean;
    regrades: readonly RegradeRow[];
  };
  outcome: RegradesOutcome | null;
};

/** Choosing finished interviews to grade again, and what was graded again before. */
export function RegradesPage({ view, outcome }: RegradesPageProps) {
  const { organisation, scenario, sessions, versions, canUseAnthropic, regrades } = view;
  const chosen = outcome?.plan?.chosen ?? outcome?.chosen ?? null;
  return (
    <div className="wrap">
      <AuthorNav organisation={organisation} scenario={scenario} at="versions" />
      <LabelledSection id="choose" label="Grade again">
        {outcome?.message ? <Message tone="warn" role="alert" title={outcome.message} /> : null}
        {outcome?.plan ? <PlanPart plan={outcome.plan} /> : null}
        {sessions.length === 0 || versions.length === 0 ? (
          <p className="ink-2">No interview on this scenario is finished yet. Come back when somebody has taken it.</p>
        ) : (
          <>
            <p className="ink-2 regrade-lead">
              The grades candidates have stay, and keep counting: they answered the questions of their own version. The
              new ones stand beside them, here and on the scorecard.
            </p>
            <ChooseSessions
              key={JSON.stringify(chosen)}
              sessions={sessions}
              versions={versions}
              canUseAnthropic={canUseAnthropic}
              chosen={chosen}
            />
          </>
        )}
      </LabelledSection>
      {regrades.length > 0 ? (
        <LabelledSection id="before" label="Graded before">
          <RegradeLedger regrades={regrades} base={`/studio/${organisation.handle}/scenarios/${scenario.slug}`} />
        </LabelledSection>
      ) : null}
    </div>
  );
}

function PlanPart({ plan: { chosen, count, estimate } }: { plan: Plan }) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <section className="regrade-plan" aria-labelledby="plan-title">
      <h3 className="serif" id="plan-title">
        {some(count, "interview")} on version {chosen.on}, by {byGrader[chosen.grader]}
      </h3>
      <p className="ink-2">{estimateWords(chosen.grader, estimate)}</p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="which" value={chosen.which} />
        <input type="hidden" name="on" value={chosen.on} />
        <input type="hidden" name="grader" value={chosen.grader} />
        {chosen.sessions.map((id) => (
          <input key={id} type="hidden" name="session" value={id} />
        ))}
        <Button look="go" name="intent" value="start" disabled={isBusy}>
          Grade {count === 1 ? "it" : "them"} again
        </Button>
      </Form>
    </section>
  );
}

function RegradeLedger({ regrades, base }: { regrades: readonly RegradeRow[]; base: string }) {
  return (
    <table className="ledger folds">
      <caption className="visually-hidden">Regrades, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Regrade</th>
          <th scope="col">By</th>
          <th scope="col">State</th>
          <th scope="col" className="r">
            Graded
          </th>
        </tr>
      </thead>
      <tbody>
        {regrades.map(({ id, version, grader, status, startedAt, startedBy, sessions, graded }) => (
          <tr key={id}>
            <th scope="row" className="lead-cell">
              <div>
                <Link to={`${base}/regrades/${id}`}>
                  On version {version}, <Time iso={startedAt} form="date-time" />
                </Link>
                {startedBy ? <span className="muted">, {startedBy}</span> : null}
              </div>
            </th>
            <td data-label="By">{graderName[grader]}</td>
            <td data-label="State">{regradeStatusWords[status]}</td>
            <td className="r num" data-label="Graded">
              <span>
                {graded} of {sessions}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
