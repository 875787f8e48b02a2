import { Form, useLocation, useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useEventSource } from "#app/components/ui/use-event-source.ts";
import type { RunView } from "#app/services/authoring/dry-run/get-try.server.ts";
import type { RunProgress } from "#app/services/authoring/dry-run/follow-dry-runs.server.ts";
import { besideWords, estimateWords, graderShort } from "./try-words.ts";

type RunsProps = { runs: readonly RunView[]; path: string };

const isUnderWay = ({ status }: RunView) => status === "queued" || status === "running";

/** Runs that are under way, with how far they are; the newest that ended, and behind it the earlier ones. */
export function Runs({ runs, path }: RunsProps) {
  const underWay = runs.filter(isUnderWay);
  const [newest, ...earlier] = runs.filter((run) => !isUnderWay(run));
  const progress = useProgress(path, underWay);
  if (runs.length === 0) return null;
  return (
    <section className="runs" aria-label="Runs">
      {underWay.map((run) => (
        <UnderWay key={run.id} run={run} done={progress.get(run.id) ?? run.done} />
      ))}
      {underWay.length > 0 ? <WithoutScript /> : null}
      {newest ? <Ended run={newest} /> : null}
      {earlier.length === 0 ? null : (
        <details className="outline">
          <summary>{earlier.length === 1 ? "The run before" : `${earlier.length} runs before`}</summary>
          {earlier.map((run) => (
            <Ended key={run.id} run={run} />
          ))}
        </details>
      )}
    </section>
  );
}

/** How many each run has done, as they come; when none is under way any more the page is loaded anew. */
function useProgress(path: string, underWay: readonly RunView[]): ReadonlyMap<string, number> {
  const { revalidate } = useRevalidator();
  const [done, setDone] = useState<ReadonlyMap<string, number>>(new Map());
  const hear = (data: unknown) => setDone(new Map((data as RunProgress[]).map((run) => [run.id, run.done])));
  const ids = underWay.map(({ id }) => id).join(" ");
  const address = ids === "" ? null : `${path}/try/progress?runs=${encodeURIComponent(ids)}`;
  useEventSource(address, { progress: hear, end: () => revalidate() }, ["end"]);
  return done;
}

function whatWords({ purpose, grader, model }: RunView): string {
  if (purpose === "draft_answers") return `Drafting sample answers, ${model ?? "a model"}`;
  return `${graderShort[grader]} grader${model ? `, ${model}` : ""}`;
}

const unitOf = ({ purpose }: RunView) => (purpose === "draft_answers" ? "answers drafted" : "readings made");

function UnderWay({ run, done }: { run: RunView; done: number }) {
  const { id, total, estimate } = run;
  return (
    <div className="run under-way-run">
      <p>
        <span className="spinner" aria-hidden="true" /> <b className="medium">{whatWords(run)}</b>{" "}
        <span className="num" role="status">
          {done} of {total} {unitOf(run)}
        </span>
      </p>
      <progress value={done} max={total} aria-label={whatWords(run)} />
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="cancel" />
        <input type="hidden" name="run" value={id} />
        <Button>Cancel</Button>
      </Form>
      <p className="tiny muted">
        You can leave; it goes on. {estimate ? `Expected: ${estimateWords(estimate)}.` : null}
      </p>
    </div>
  );
}

function WithoutScript() {
  const { pathname } = useLocation();
  return (
    <noscript>
      <p className="small">
        This page loads itself again every few seconds. <a href={pathname}>Load it now</a>
      </p>
      <meta httpEquiv="refresh" content="5" />
    </noscript>
  );
}

function endWords({ status, done, total, purpose }: RunView): string {
  const what = purpose === "draft_answers" ? "drafted" : "read";
  if (status === "done") return `${done} of ${total} ${what}`;
  return status === "cancelled" ? `cancelled after ${done} of ${total}` : `stopped after ${done} of ${total}`;
}

function Ended({ run }: { run: RunView }) {
  const { id, status, message, createdAt, estimate, spent, notes } = run;
  return (
    <div className="run">
      <p className="small">
        <b className="medium">{whatWords(run)}</b>, <Time iso={createdAt} form="date-time" />: {endWords(run)}.{" "}
        <span className="muted">{besideWords(estimate, spent)}</span>
      </p>
      {message ? <p className="small">{message} What came before it is kept.</p> : null}
      {notes.map((note, at) => (
        <p key={at} className="small">
          {note}
        </p>
      ))}
      {status === "cancelled" || status === "failed" ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="resume" />
          <input type="hidden" name="run" value={id} />
          <Button look="text" className="small">
            Go on with it
          </Button>
        </Form>
      ) : null}
    </div>
  );
}
