import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { reviewLabel } from "#app/components/review/review-words.ts";
import { Diagram } from "#app/components/diagram/diagram.tsx";
import { CameLate, Pasted } from "#app/components/transcript/plain-facts.tsx";
import { TurnGroup } from "#app/components/transcript/turn-group.tsx";
import { groupTurns, paragraphsOf, type TurnLike } from "#app/components/transcript/turns.ts";
import { Button } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { durationWords } from "#app/components/ui/duration-words.ts";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { SessionRecord } from "#app/domain/hiring/record.ts";
import { numberQuestions } from "#app/domain/interview/transcript.ts";
import { RecordAfter } from "./record-after.tsx";
import { RecordGrades } from "./record-grades.tsx";
import { RecordLevels } from "./record-levels.tsx";
import { RecordReviews } from "./record-reviews.tsx";
import "#app/components/scorecard/print.css";
import "./record.css";

type RecordPageProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  record: SessionRecord;
};

/** Everything that led to the score of one session, to be read and printed. Times are in UTC, as on paper they must be. */
export function RecordPage({ organisation, roles, record }: RecordPageProps) {
  const { candidate, scenario, assessment } = record;
  const hiring = `/hiring/${organisation.handle}`;
  const crumbs = [{ to: `${hiring}/assessments/${assessment.id}`, label: assessment.name }];
  return (
    <div className="wrap record">
      <HiringNav
        organisation={organisation}
        roles={roles}
        at={null}
        title={`Record of ${candidate}, ${scenario.title}`}
        crumbs={crumbs}
      >
        <div className="record-ways">
          <Button type="button" className="needs-script" onClick={() => window.print()}>
            Print
          </Button>
          <a className="btn" href={`${hiring}/sessions/${record.session.id}/record.json`} download>
            Download as JSON
          </a>
        </div>
      </HiringNav>
      <LabelledSection id="record-what" label="What this is">
        <About record={record} />
      </LabelledSection>
      <LabelledSection id="record-levels" label="What it comes to">
        <RecordLevels record={record} />
      </LabelledSection>
      <LabelledSection id="record-reviews" label="What people gave">
        <RecordReviews record={record} />
      </LabelledSection>
      <LabelledSection id="record-grades" label="What graders made of it">
        <RecordGrades record={record} />
      </LabelledSection>
      <RecordAfter record={record} />
      <LabelledSection id="record-transcript" label="Transcript">
        <Transcript record={record} />
      </LabelledSection>
      <LabelledSection id="record-log" label="Who did what">
        <Log record={record} />
      </LabelledSection>
    </div>
  );
}

function About({ record }: { record: SessionRecord }) {
  const { session, scenario, assessment, candidate } = record;
  const minutes = (ms: number) => durationWords(Math.round(ms / 1_000) * 1_000);
  const extra = session.extraTimePercent > 0 ? `, with ${session.extraTimePercent} % extra time` : "";
  const items = [
    { term: "Candidate", value: candidate },
    { term: "Assessment", value: `${assessment.name}, part ${session.part}` },
    { term: "Scenario", value: scenario.title, note: <code className="record-hash">{scenario.hash}</code> },
    { term: "Rubric", value: <code className="record-hash">{scenario.rubricHash}</code> },
    { term: "Begun", value: formatUtc(session.startedAt, "date-time") },
    ...(session.finishedAt === null ? [] : [{ term: "Finished", value: formatUtc(session.finishedAt, "date-time") }]),
    {
      term: "Time",
      value: `${minutes(session.spentMs)}${session.limitMs === null ? "" : ` of ${minutes(session.limitMs)}`}${extra}`,
    },
    { term: "This record", value: `made ${formatUtc(record.madeAt, "date-time")}` },
  ];
  return (
    <>
      <DefinitionList items={items} />
      <p className="small muted">Not in it. {record.leftOut.join(" ")}</p>
    </>
  );
}

function Transcript({ record: { transcript, session } }: { record: SessionRecord }) {
  const turns = numberQuestions(transcript.map((turn) => ({ ...turn, kind: turn.kind as TurnLike["kind"] })));
  return (
    <>
      {groupTurns(turns).map((group) => (
        <div key={group[0].seq} className="record-turn">
          <TurnGroup group={group} label={`${group[0].seq}. ${reviewLabel(group)}`}>
            {(turn) => (
              <>
                {turn.kind === "diagram" ? (
                  <Diagram source={turn.text} label="The candidate’s diagram" isForPaper />
                ) : (
                  paragraphsOf(turn.text).map((paragraph, at) => <p key={at}>{paragraph}</p>)
                )}
                <Pasted turn={turn} />
              </>
            )}
          </TurnGroup>
        </div>
      ))}
      <CameLate late={session.late} />
    </>
  );
}

function Log({ record: { log } }: { record: SessionRecord }) {
  return (
    <ul className="record-list">
      {log.map((entry, at) => (
        <li key={at}>
          <span className="record-when">{formatUtc(entry.at, "date-time")}</span> {entry.who} {entry.what}
          {entry.more === "" ? null : <span className="muted"> ({entry.more})</span>}
        </li>
      ))}
    </ul>
  );
}
