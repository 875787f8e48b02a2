import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { ColumnHead } from "#app/components/scorecard/column-head.tsx";
import { MarkedDiagram, MarkedText } from "#app/components/scorecard/marked-words.tsx";
import { tieRules } from "#app/components/scorecard/ties.ts";
import { CameLate, Pasted } from "#app/components/transcript/plain-facts.tsx";
import { TurnGroup } from "#app/components/transcript/turn-group.tsx";
import { groupTurns } from "#app/components/transcript/turns.ts";
import { reviewLabel } from "#app/components/review/review-words.ts";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { CandidateView, ShownPart } from "#app/domain/hiring/candidate-view.ts";
import { outcomeWords } from "#app/domain/hiring/decision.ts";
import { CriterionOutcome } from "./criterion-outcome.tsx";
import { DecisionPart } from "./decision-part.tsx";
import { FeedbackPart } from "./feedback-part.tsx";
import { GateWords } from "./gate-words.tsx";
import { PartLinks } from "./results-page.tsx";
import type { ResultsTold } from "./results-told.ts";
import { UnderReview } from "./under-review.tsx";
import "#app/components/scorecard/judgement.css";
import "#app/components/scorecard/scorecard.css";
import "./results.css";
import "./candidate-page.css";

type CandidatePageProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  assessment: { id: string; name: string };
  candidate: CandidateView;
  told: ResultsTold | null;
};

/** One candidate: under review a code, and after it everything that led to the levels, the decision and the feedback. */
export function CandidatePage({ organisation, roles, assessment, candidate, told }: CandidatePageProps) {
  const path = `/hiring/${organisation.handle}/assessments/${assessment.id}`;
  return (
    <div className="wrap scorecard results candidate-page">
      <HiringNav
        organisation={organisation}
        roles={roles}
        at="assessments"
        title={candidate.isComplete ? `${candidate.code}, ${candidate.name}` : `Candidate ${candidate.code}`}
        crumbs={[
          { to: path, label: assessment.name },
          { to: `${path}/results`, label: "Results" },
        ]}
      />
      {told?.tone === "done" ? <Message title={told.message} role="status" /> : null}
      {told?.tone === "refused" ? <Message tone="danger" title={told.message} role="alert" /> : null}
      {candidate.isComplete ? (
        <Complete candidate={candidate} organisation={organisation} told={told} />
      ) : (
        <UnderReview parts={candidate.parts} told={told} />
      )}
    </div>
  );
}

type CompleteProps = {
  candidate: Extract<CandidateView, { isComplete: true }>;
  organisation: { handle: string; name: string };
  told: ResultsTold | null;
};

function Complete({ candidate, organisation, told }: CompleteProps) {
  const { parts, part, decisions, policy, sent, changedSince, words, handedInAt } = candidate;
  const newest = decisions.at(-1);
  return (
    <>
      <p className="candidate-facts small ink-2">
        {handedInAt === null ? null : (
          <span>
            Handed in <Time iso={handedInAt} />
          </span>
        )}
        <a href="#decision">{newest ? `Decided: ${outcomeWords[newest.outcome]}` : "To the decision"}</a>
        <a href="#feedback">{sent.length > 0 ? "Feedback is sent" : "To the feedback"}</a>
        <a href={`/hiring/${organisation.handle}/sessions/${part.sessionId}/record`}>The record of this session</a>
      </p>
      {parts.length > 1 ? <PartLinks parts={parts} at={part.position} /> : null}
      <Outcome part={part} told={told} hasOne={parts.length === 1} />
      <DecisionPart decisions={decisions} told={told} />
      <FeedbackPart {...{ policy, sent, changedSince, words, told }} team={organisation.name} />
    </>
  );
}

function Outcome({ part, told, hasOne }: { part: ShownPart; told: ResultsTold | null; hasOne: boolean }) {
  const { criteria, gate, transcript, late, endedEarly, position, title } = part;
  return (
    <>
      <style dangerouslySetInnerHTML={{ __html: tieRules(criteria.map(({ key }) => key)) }} />
      {hasOne ? <h2 className="serif outcome-title">{title}</h2> : null}
      <GateWords gate={gate} />
      {criteria.some(({ grader }) => grader !== null) ? (
        <p className="small muted">The grader’s reasons are written to the candidate: they are “you” in them.</p>
      ) : null}
      {endedEarly ? (
        <p className="small ink-2 ended-early">
          The reviewing was ended early with {endedEarly.given} of {endedEarly.wanted} reviews by {endedEarly.by},{" "}
          <Time iso={endedEarly.at} form="day" />: {endedEarly.reason}
        </p>
      ) : null}
      <div className="score-columns outcome-columns">
        <section className="criteria" aria-labelledby="criteria-title">
          <ColumnHead id="criteria-title" title="Levels that count, and what led to them" />
          {criteria.map((criterion) => (
            <CriterionOutcome key={criterion.id} criterion={criterion} gate={gate} part={position} told={told} />
          ))}
        </section>
        <section className="outcome-words" aria-labelledby="words-title">
          <ColumnHead id="words-title" title="Their words, as reviewers quoted them" />
          {groupTurns(transcript).map((group) => (
            <TurnGroup key={group[0].seq} group={group} label={reviewLabel(group)}>
              {(turn) => (
                <>
                  {turn.kind === "diagram" ? (
                    <MarkedDiagram turn={turn} label="The candidate’s diagram" />
                  ) : (
                    <MarkedText segments={turn.segments} />
                  )}
                  <Pasted turn={turn} />
                </>
              )}
            </TurnGroup>
          ))}
          <CameLate late={late} />
        </section>
      </div>
    </>
  );
}
