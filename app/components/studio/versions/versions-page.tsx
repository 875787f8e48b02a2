import { Link } from "@remix-run/react";
import { AuthorNav } from "#app/components/studio/author/author-nav.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { AuthoredState } from "#app/domain/authoring/states.ts";
import { PublishPanel, type Judged, type PublishRefused } from "./publish-panel.tsx";
import { ChooseVersions, VersionDifference, type Difference } from "./version-difference.tsx";
import { VersionLedger, type VersionRow } from "./version-ledger.tsx";
import { Withdraw } from "./withdraw.tsx";
import "./versions.css";

export type VersionsRefused = { publish: PublishRefused | null; message: string | null };

type VersionsPageProps = {
  view: {
    organisation: { handle: string; name: string };
    scenario: { slug: string; title: string; address: string };
    revision: number;
    state: AuthoredState;
    judged: Judged | null;
    canWrite: boolean;
    versions: readonly VersionRow[];
  };
  difference: Difference | null;
  /** The number that has just been published. */
  published: number | null;
  refused: VersionsRefused | null;
};

/** What was published of a scenario, what changed between two of it, and publishing the next. */
export function VersionsPage({ view, difference, published, refused }: VersionsPageProps) {
  const { organisation, scenario, state, revision, canWrite, versions } = view;
  return (
    <div className="wrap">
      <AuthorNav organisation={organisation} scenario={scenario} at="versions" />
      {published === null ? null : <JustPublished number={published} address={scenario.address} />}
      {refused?.message ? <Message tone="warn" role="alert" title={refused.message} /> : null}
      {canWrite ? (
        <LabelledSection id="publish" label="Publish">
          <PublishPanel {...view} refused={refused?.publish ?? null} />
        </LabelledSection>
      ) : null}
      <LabelledSection id="versions" label="Versions">
        {versions.length === 0 ? (
          <p className="ink-2">None yet. The first is made when you publish the draft.</p>
        ) : (
          <VersionLedger versions={versions} revision={revision} canWrite={canWrite} />
        )}
      </LabelledSection>
      {difference ? (
        <LabelledSection id="difference" label="What changed">
          <ChooseVersions versions={versions.map(({ number }) => number)} from={difference.from} to={difference.to} />
          <VersionDifference difference={difference} />
        </LabelledSection>
      ) : null}
      {canWrite && versions.some(({ attempts }) => attempts > 0) ? <Regrading view={view} /> : null}
      {canWrite ? (
        <LabelledSection id="withdraw" label={state.kind === "archived" ? "Restore" : "Archive"}>
          <Withdraw state={state} />
        </LabelledSection>
      ) : null}
    </div>
  );
}

function JustPublished({ number, address }: { number: number; address: string }) {
  return (
    <Message role="status" title={`Version ${number} is published.`}>
      Members take it from now on at <Link to={`/scenarios/${address}`}>/scenarios/{address}</Link>.
    </Message>
  );
}

function Regrading({ view: { organisation, scenario } }: Pick<VersionsPageProps, "view">) {
  return (
    <LabelledSection id="regrading" label="Grade again">
      <div className="versions-regrade">
        <p className="ink-2">
          Finished interviews can be graded again on a newer version. The new grades stand beside the old ones, which
          keep counting: their candidates answered the older questions.
        </p>
        <ButtonLink to={`/studio/${organisation.handle}/scenarios/${scenario.slug}/regrades`}>
          Choose interviews
        </ButtonLink>
      </div>
    </LabelledSection>
  );
}
