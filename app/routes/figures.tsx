import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { Contradictions } from "#app/components/ledger/contradictions.tsx";
import { LedgerFilters } from "#app/components/ledger/ledger-filters.tsx";
import { LedgerTable } from "#app/components/ledger/ledger-table.tsx";
import { StatusBar } from "#app/components/ledger/status-bar.tsx";
import { useFigureFilter } from "#app/components/ledger/use-figure-filter.ts";
import { useLitAnchor } from "#app/components/ui/use-lit-anchor.ts";
import { VolumeChart } from "#app/components/ledger/volume-chart.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { filterFigures } from "#app/domain/content/figures-filter.ts";
import { volumeThresholds } from "#app/domain/content/volume-threshold.ts";
import { getLedger } from "#app/services/library/material/get-ledger.server.ts";
import "#app/components/ledger/ledger.css";

export const meta: MetaFunction = () => [
  { title: "The ledger · Tradeoff" },
  {
    name: "description",
    content: "Every number in the material, where it was printed, and what comes out when we compute it ourselves.",
  },
];

// Anyone may read: nothing here is anybody's.
export async function loader() {
  return getLedger();
}

/** Filtering shows less of what is already here; it asks the server nothing. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;
}

export default function Ledger() {
  const { figures, contradictions } = useLoaderData<typeof loader>();
  const { filter, problems, change } = useFigureFilter();
  const lit = useLitAnchor();
  const fitting = filterFigures(figures, filter);
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>The ledger</h1>
        <p className="lead">
          Every number in the material, where it was printed, and what comes out when we compute it ourselves.
        </p>
      </header>
      {figures.length > 0 ? (
        <>
          <StatusBar figures={figures} />
          <LedgerFilters figures={figures} filter={filter} problems={problems} onChange={change} />
          <p className="figures-count num" aria-live="polite">
            Showing {fitting.length} of {figures.length}
          </p>
          {fitting.length > 0 ? <LedgerTable figures={fitting} lit={lit} /> : <NothingFits find={filter.find} />}
        </>
      ) : (
        <EmptyState title="The ledger is empty.">
          No figure could be read from disk. The server’s log names each file and what is wrong with it.
        </EmptyState>
      )}
      <Disagreements figures={figures} contradictions={contradictions} lit={lit} />
    </div>
  );
}

function NothingFits({ find }: { find: string }) {
  return (
    <EmptyState
      title={find === "" ? "No figure has both." : `No figure says “${find}” here.`}
      action={
        <Link className="btn" to="?">
          Show all figures
        </Link>
      }
    >
      The ledger holds what the four sources print: a value, a unit, a source such as S0:35, a few words.
    </EmptyState>
  );
}

type DisagreementsProps = ReturnType<typeof useLoaderData<typeof loader>> & { lit: string | null };

function Disagreements({ figures, contradictions, lit }: DisagreementsProps) {
  if (contradictions.length === 0) return null;
  const thresholds = volumeThresholds(figures);
  return (
    <section className="part" aria-labelledby="disagreements">
      <h2 id="disagreements">Sources, shown disagreeing</h2>
      <p className="disagreements-lead">
        {contradictions.length} places where the sources contradict themselves or each other, miscalculate, or credit a
        number to the wrong cause. Both sides are shown, and never an average of them.
      </p>
      {thresholds.length > 1 ? (
        <div className="volume-thresholds" id="volume-thresholds">
          <h3 className="serif">From what volume does fine-tuning pay?</h3>
          <p className="ink-2">
            What the sources say is {Math.round((thresholds.at(-1)?.perMonth ?? 0) / (thresholds[0]?.perMonth ?? 1))}{" "}
            times apart, brought to queries a month. A threshold depends on the saving per query and the price of
            retraining: <Link to="/labs/cost">compute both</Link>.
          </p>
          <VolumeChart thresholds={thresholds} />
        </div>
      ) : null}
      <Contradictions contradictions={contradictions} figures={figures} lit={lit} />
    </section>
  );
}
