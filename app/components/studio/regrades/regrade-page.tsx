import { Form, Link, useNavigation, useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { AuthorNav } from "#app/components/studio/author/author-nav.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useEventSource } from "#app/components/ui/use-event-source.ts";
import type { MovementSummary } from "#app/domain/authoring/regrade.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import { MovementTable, type RegradedSession } from "./movement-table.tsx";
import { byGrader, regradeStatusWords, signed, some, usdWords, type RegradeStatus } from "./regrade-words.ts";
import "./regrades.css";

type Progress = { done: number; failed: number; total: number };

type RegradePageProps = {
  view: {
    organisation: { handle: string; name: string };
    scenario: { slug: string; title: string };
    regrade: {
      id: string;
      version: number;
      grader: GraderName;
      status: RegradeStatus;
      startedAt: string;
      finishedAt: string | null;
      startedBy: string | null;
    };
    progress: Progress;
    costUsd: number | null;
    summary: MovementSummary;
    sessions: readonly RegradedSession[];
  };
  message: string | null;
};

const isUnderWay = (status: RegradeStatus) => status === "queued" || status === "running";

/** One regrade: how it comes along, and what it has moved. */
export function RegradePage({ view, message }: RegradePageProps) {
  const { organisation, scenario, regrade, sessions } = view;
  const base = `/studio/${organisation.handle}/scenarios/${scenario.slug}`;
  return (
    <div className="wrap">
      <AuthorNav organisation={organisation} scenario={scenario} at="versions" />
      {message ? <Message tone="warn" role="alert" title={message} /> : null}
      <LabelledSection id="regrade" label="The regrade">
        <p>
          On version {regrade.version}, by {byGrader[regrade.grader]}, started{" "}
          <Time iso={regrade.startedAt} form="date-time" />
          {regrade.startedBy ? ` by ${regrade.startedBy}` : ""}. <Link to={`${base}/regrades`}>All regrades</Link>
        </p>
        <Coming view={view} address={`${base}/regrades/${regrade.id}/progress`} />
      </LabelledSection>
      <LabelledSection id="moved" label="What moved">
        <Summary view={view} />
        <MovementTable sessions={sessions} studio={`/studio/${organisation.handle}`} version={regrade.version} />
      </LabelledSection>
    </div>
  );
}

/** Follows the regrade; when it has ended, the page is loaded anew. */
function useRegrade(view: RegradePageProps["view"], address: string): Progress {
  const { revalidate } = useRevalidator();
  const [heard, setHeard] = useState<Progress | null>(null);
  const isOpen = isUnderWay(view.regrade.status) || view.progress.done < view.progress.total;
  useEventSource(
    isOpen ? address : null,
    {
      progress: (data) => setHeard(data as Progress),
      end: (data) => {
        setHeard(data as Progress);
        revalidate();
      },
    },
    ["end"],
  );
  return isOpen && heard ? heard : view.progress;
}

function Coming({ view, address }: { view: RegradePageProps["view"]; address: string }) {
  const { regrade, costUsd } = view;
  const { done, failed, total } = useRegrade(view, address);
  const underWay = isUnderWay(regrade.status);
  return (
    <div className="regrade-coming">
      <p role="status" className="num">
        <b>{regradeStatusWords[regrade.status]}</b>: {done} of {some(total, "interview")}
        {failed > 0 ? `, ${failed} without a grade` : ""}.
      </p>
      <progress max={total} value={done} aria-label="Interviews graded again" />
      <p className="small muted">{costWords(regrade.grader, costUsd)}</p>
      <Actions underWay={underWay} failed={failed} />
      {underWay ? (
        <noscript>
          <meta httpEquiv="refresh" content="4" />
        </noscript>
      ) : null}
    </div>
  );
}

function costWords(grader: GraderName, costUsd: number | null): string {
  if (grader === "offline") return "It costs nothing.";
  return costUsd === null
    ? "What it has cost is not known: this model’s price is not in the list."
    : `It has cost ${usdWords(costUsd)} so far.`;
}

function Actions({ underWay, failed }: { underWay: boolean; failed: number }) {
  const isBusy = useNavigation().state !== "idle";
  if (!underWay && failed === 0) return null;
  return (
    <Form method="post" preventScrollReset>
      {underWay ? (
        <Button name="intent" value="cancel" disabled={isBusy}>
          Stop it
        </Button>
      ) : (
        <Button name="intent" value="retry" disabled={isBusy}>
          Try the {failed} again
        </Button>
      )}
    </Form>
  );
}

function Summary({ view: { summary, sessions } }: Pick<RegradePageProps, "view">) {
  const { compared, unchanged, mean } = summary;
  if (compared === 0 || mean === null) {
    return <p className="ink-2">Nothing to compare yet: an interview needs a grade of before and a new one.</p>;
  }
  const most = sessions[0];
  const moved = most?.movement && most.movement.difference !== 0 ? most : null;
  return (
    <p className="ink-2">
      {some(compared, "interview")} compared: the score moved {signed(mean, 1)} on average,{" "}
      {unchanged === 0 ? "none stayed" : `${unchanged} stayed`} as before.
      {moved?.before && moved.after && moved.movement
        ? ` ${moved.name} moved most: ${moved.before.score} to ${moved.after.score}, ${signed(moved.movement.difference)}.`
        : ""}
    </p>
  );
}
