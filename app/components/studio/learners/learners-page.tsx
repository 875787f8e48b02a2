import { Link } from "@remix-run/react";
import { count } from "#app/components/studio/agreement-words.ts";
import { AuthorNav } from "#app/components/studio/author/author-nav.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { LedgerHead, LedgerRow } from "#app/components/ui/ledger.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { fewestInterviews, type Attempts, type ByVersion } from "#app/domain/authoring/learners/learner-figures.ts";
import type { LearnersView } from "#app/services/authoring/learners/get-learners.server.ts";
import { Disagreements } from "./disagreements.tsx";
import { MissedChecks, RaisedFlags } from "./missed-checks.tsx";
import { ScoreSpread } from "./score-spread.tsx";
import { SessionList } from "./session-list.tsx";
import { Unforeseen } from "./unforeseen.tsx";
import "./learners.css";

type LearnersPageProps = {
  organisation: { handle: string; name: string };
  slug: string;
  view: LearnersView;
  refused: string | null;
};

/** How learners do at one scenario, in figures without names; at the end, for whoever may, the sessions. */
export function LearnersPage({ organisation, slug, view, refused }: LearnersPageProps) {
  const path = `/studio/${organisation.handle}/scenarios/${slug}`;
  const isEmpty = view.all.attempts === 0 && view.version === null;
  return (
    <div className="wrap learners">
      <AuthorNav organisation={organisation} scenario={{ slug, title: view.title }} at="learners" />
      {refused ? <Message tone="warn" role="alert" title={refused} /> : null}
      {isEmpty ? <Nobody view={view} path={path} /> : <Figures view={view} path={path} handle={organisation.handle} />}
    </div>
  );
}

function Nobody({ view: { byAuthors }, path }: { view: LearnersView; path: string }) {
  return (
    <EmptyState
      title="Nobody has taken this scenario yet."
      action={<Link to={`${path}/versions`}>See what is published</Link>}
    >
      Members find it among the scenarios once it is published. What they score, miss and ask stands here then.
      {byAuthors > 0 ? ` ${byAuthorsWords(byAuthors)}` : null}
    </EmptyState>
  );
}

const byAuthorsWords = (byAuthors: number) =>
  `${count(byAuthors, "attempt")} by people who write scenarios here ${byAuthors === 1 ? "is" : "are"} left out: they have seen the rubric.`;

function Figures({ view, path, handle }: { view: LearnersView; path: string; handle: string }) {
  return (
    <>
      <LabelledSection id="attempts" label="Attempts">
        <AttemptsPart view={view} />
      </LabelledSection>
      <LabelledSection id="scores" label="Scores">
        <ScoreSpread spread={view.spread} all={view.all} />
      </LabelledSection>
      <LabelledSection id="missed" label="Checks, most missed first">
        <MissedChecks checks={view.checks} path={path} />
      </LabelledSection>
      <LabelledSection id="flags" label="Red flags">
        <RaisedFlags redFlags={view.redFlags} path={path} />
      </LabelledSection>
      <LabelledSection id="unforeseen" label="Questions nobody foresaw">
        <Unforeseen questions={view.unforeseen} canWrite={view.canWrite} />
      </LabelledSection>
      <LabelledSection id="disagreements" label="Where graders disagree">
        <Disagreements disagreements={view.disagreements} dates={view.dates} handle={handle} />
      </LabelledSection>
      {view.sessions ? (
        <LabelledSection id="sessions" label="Interviews">
          <SessionList sessions={view.sessions} handle={handle} version={view.version} />
        </LabelledSection>
      ) : null}
    </>
  );
}

const versionWords = (number: number | null) => (number === null ? "Not a version of this draft" : `Version ${number}`);

function AttemptsPart({ view: { all, byVersion, byAuthors, cutAt, version } }: { view: LearnersView }) {
  return (
    <>
      <p className="display">{attemptsWords(all)}</p>
      <p className="small ink-2">
        {version === null ? "" : `${versionWords(version)} alone. `}
        {all.median === null ? "None has a grade yet." : `The score in the middle is ${all.median}.`}
        {all.graded > 0 && all.graded < fewestInterviews ? " So few say little." : ""}{" "}
        {byAuthors > 0 ? byAuthorsWords(byAuthors) : null}
        {cutAt === null ? null : ` Only the newest ${cutAt.toLocaleString("en")} count here.`}
      </p>
      {byVersion.length > 1 ? <Versions byVersion={byVersion} shown={version} /> : null}
    </>
  );
}

function attemptsWords({ attempts, people, finished, graded }: Attempts): string {
  const unfinished = attempts - finished;
  const left = unfinished === 0 ? "all finished" : `${finished} finished, ${unfinished} not`;
  return `${count(attempts, "attempt")} by ${count(people, "person", "people")}, ${left}; ${graded} graded.`;
}

function Versions({ byVersion, shown }: { byVersion: readonly ByVersion[]; shown: number | null }) {
  return (
    <>
      <table className="ledger folds">
        <caption className="visually-hidden">By version</caption>
        <LedgerHead of="Version" figures={["Attempts", "Finished", "Graded", "Middle score"]} />
        <tbody>
          {byVersion.map((each) => (
            <VersionRow key={each.number} version={each} isShown={each.number === shown && shown !== null} />
          ))}
        </tbody>
      </table>
      {shown === null ? null : (
        <p className="small">
          <Link to="." preventScrollReset>
            All versions together
          </Link>
        </p>
      )}
    </>
  );
}

function VersionRow({ version, isShown }: { version: ByVersion; isShown: boolean }) {
  const { number, attempts, finished, graded, median } = version;
  const words = versionWords(number);
  return (
    <LedgerRow
      of={
        number === null || isShown ? (
          words
        ) : (
          <Link to={`?version=${number}`} preventScrollReset>
            {words}
          </Link>
        )
      }
      figures={{ Attempts: attempts, Finished: finished, Graded: graded, "Middle score": median ?? "–" }}
    />
  );
}
