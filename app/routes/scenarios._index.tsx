import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useNavigate, useSearchParams, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { countWords, dropWords, nearestWords, nothingFitsWords } from "#app/components/library/filter-words.ts";
import { ScenarioFilters } from "#app/components/library/scenario-filters.tsx";
import { ScenarioRow, type Row } from "#app/components/library/scenario-row.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { QuestionStrokes } from "#app/components/ui/question-strokes.tsx";
import {
  filterScenarios,
  noFilter,
  parseLibraryFilter,
  waysOut,
  writeLibraryFilter,
  type LibraryFilter,
} from "#app/domain/scenarios/library-filter.ts";
import type { ScenarioKind } from "#app/domain/scenarios/schema.ts";
import { findViewer } from "#app/http/viewer.server.ts";
import { listScenarios } from "#app/services/library/list-scenarios.server.ts";
import "#app/components/library/library.css";

export const meta: MetaFunction = () => [
  { title: "Scenarios · Tradeoff" },
  { name: "description", content: "Real systems to reason about, by level, time and competency." },
];

// Anyone may see the library; a row's progress is the viewer's own.
export async function loader({ request }: LoaderFunctionArgs) {
  return { rows: await listScenarios(await findViewer(request)) };
}

/** Filtering shows less of what is already here; it asks the server nothing. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const onlyFiltered = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return onlyFiltered ? false : defaultShouldRevalidate;
}

/** The filter on screen at once, and in the address a moment later, so that it can be linked and gone back to. */
function useLibraryFilter(): [LibraryFilter, (filter: LibraryFilter) => void] {
  const [searchParams] = useSearchParams();
  const navigate = useNavigate();
  const written = writeLibraryFilter(parseLibraryFilter(searchParams));
  const [filter, setFilter] = useState(() => parseLibraryFilter(searchParams));
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    setFilter(parseLibraryFilter(new URLSearchParams(written)));
    return () => clearTimeout(timer.current);
  }, [written]);
  const change = (next: LibraryFilter) => {
    setFilter(next);
    clearTimeout(timer.current);
    const write = () => navigate({ search: writeLibraryFilter(next) }, { replace: true, preventScrollReset: true });
    timer.current = setTimeout(write, 250);
  };
  return [filter, change];
}

const groups = [
  { kind: "choice", title: "Choose an approach", note: "A system, a budget, a deadline" },
  { kind: "dispute", title: "Where the sources disagree", note: "So may you, with reasons" },
  { kind: "diagnosis", title: "Something is wrong", note: "Find out what, then what to build" },
  { kind: "code-reading", title: "Read the code", note: "A page of it, with a fault to find and explain" },
] satisfies { kind: ScenarioKind; title: string; note: string }[];

/** The organisations that rows belong to, each once. */
function ownersOf(rows: readonly Row[]): { handle: string; name: string }[] {
  return [...new Map(rows.flatMap(({ owner }) => (owner ? [[owner.handle, owner] as const] : []))).values()];
}

export default function Scenarios() {
  const { rows } = useLoaderData<typeof loader>();
  const [filter, setFilter] = useLibraryFilter();
  const fitting = filterScenarios(rows, filter);
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Scenarios</h1>
        <p className="lead">
          Real systems, with the figures their builders published. None has one right answer; each has conditions that
          select one. And pages of code that look right, until you read them.
        </p>
      </header>
      <Resume rows={rows} />
      <div className="library">
        <ScenarioFilters rows={rows} filter={filter} onChange={setFilter} />
        <div>
          <p className="library-bar" aria-live="polite">
            {countWords(fitting.length, rows.length)}
          </p>
          {ownersOf(fitting).map(({ handle, name }) => (
            <ScenarioGroup
              key={handle}
              title={`Of ${name}`}
              note="For its members alone"
              rows={fitting.filter((row) => row.owner?.handle === handle)}
            />
          ))}
          {groups.map(({ kind, title, note }) => (
            <ScenarioGroup
              key={title}
              title={title}
              note={note}
              rows={fitting.filter((row) => row.owner === null && row.kind === kind)}
            />
          ))}
          {fitting.length === 0 ? <NothingFits rows={rows} filter={filter} /> : null}
        </div>
      </div>
    </div>
  );
}

function Resume({ rows }: { rows: Row[] }) {
  const row = rows.find((each) => each.progress?.kind === "unfinished");
  if (row?.progress?.kind !== "unfinished") return null;
  const { sessionId, question, of } = row.progress;
  return (
    <section className="resume" aria-label="Unfinished">
      <div>
        <p className="label">You were in the middle of</p>
        <p className="resume-title">{row.title}</p>
      </div>
      <div className="small ink-2 num">
        <p>
          <QuestionStrokes question={question} of={of} />
        </p>
        <p>
          Question {question} of {of}
        </p>
      </div>
      <ButtonLink look="go" to={`/sessions/${sessionId}#question`}>
        Continue
      </ButtonLink>
    </section>
  );
}

function ScenarioGroup({ title, note, rows }: { title: string; note: string; rows: Row[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="scenario-group" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p className="small muted">{note}</p>
      </header>
      <ul>
        {rows.map((row) => (
          <ScenarioRow key={row.slug} row={row} />
        ))}
      </ul>
    </section>
  );
}

function NothingFits({ rows, filter }: { rows: Row[]; filter: LibraryFilter }) {
  if (rows.length === 0) {
    return (
      <EmptyState title="The library is empty.">
        No scenario could be read from disk. The server’s log names each file and what is wrong with it.
      </EmptyState>
    );
  }
  const ways = waysOut(rows, filter);
  return (
    <EmptyState
      title={nothingFitsWords(filter)}
      action={
        <>
          {ways.map(({ drop, fits }) => (
            <Link key={drop} className="btn" to={writeLibraryFilter({ ...filter, [drop]: noFilter[drop] }) || "?"}>
              {dropWords[drop]}: {fits}
            </Link>
          ))}
          {ways.length === 0 ? (
            <Link className="btn" to="?">
              Clear all filters
            </Link>
          ) : null}
        </>
      }
    >
      {nearestWords(rows, filter, ways.length)}
    </EmptyState>
  );
}
