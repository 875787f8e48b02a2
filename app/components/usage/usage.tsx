import { Link } from "@remix-run/react";
import { AdminNav } from "#app/components/organisation/admin-nav.tsx";
import { Told } from "#app/components/organisation/told.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { usageDays, type UsageFailure, type UsageView } from "#app/domain/usage/usage.ts";
import { BudgetForm, type RefusedBudget } from "./budget-form.tsx";
import { CostChart } from "./cost-chart.tsx";
import { KeyForm } from "./key-form.tsx";
import { NewestCalls } from "./newest-calls.tsx";
import { PeopleLedger } from "./people-ledger.tsx";
import { UsageLedger } from "./usage-ledger.tsx";
import { dollars, outcomeWords, some } from "./usage-words.ts";
import "./usage.css";

/** What came of the form that was sent. */
export type UsageTold =
  | { tone: "done"; message: string }
  | { tone: "refused"; form: "budget"; refused: RefusedBudget }
  | { tone: "refused"; form: "key"; error: string };

/** What the model costs an organisation: what it may, what it did, and for what. */
export function Usage({ view, told }: { view: UsageView; told: UsageTold | null }) {
  const { organisation } = view;
  return (
    <div className="wrap usage">
      <header className="page-head">
        <p className="crumb">
          <Link to="/admin">Your organisations</Link> / {organisation.name}
        </p>
        <h1>Usage and cost of {organisation.name}</h1>
        <p className="lead">{leadOf(view)}</p>
      </header>
      <AdminNav organisation={organisation} at="usage" />
      {told?.tone === "done" ? <Told tone="done">{told.message}</Told> : null}
      <LabelledSection id="budget" label="Budget">
        <BudgetForm view={view} refused={told?.tone === "refused" && told.form === "budget" ? told.refused : null} />
      </LabelledSection>
      <LabelledSection id="key" label="Key">
        <KeyForm view={view} error={told?.tone === "refused" && told.form === "key" ? told.error : undefined} />
      </LabelledSection>
      {view.newest.length === 0 ? (
        <EmptyState title="No model has been called yet.">
          As soon as one is, for a grade or a question of the interviewer, it stands here with what it took.
        </EmptyState>
      ) : (
        <Measured view={view} />
      )}
    </div>
  );
}

function leadOf({ lines }: UsageView): string {
  const calls = lines.reduce((sum, line) => sum + line.calls, 0);
  if (calls === 0) return "Every call of a model is written down here, with what it was for and what it took.";
  const known = lines.filter(({ costUsd }) => costUsd !== null);
  const costUsd = known.reduce((sum, line) => sum + (line.costUsd ?? 0), 0);
  const cost = known.length === 0 ? "at a price that is not known" : `for ${dollars(costUsd)}`;
  return `In ${usageDays} days the model was called ${calls === 1 ? "once" : `${calls.toLocaleString("en-US")} times`}, ${cost}.`;
}

function Measured({ view }: { view: UsageView }) {
  const { lines, people, newest, days, failures, organisation, pricedAsOf } = view;
  return (
    <>
      <section className="part" aria-labelledby="purposes">
        <h2 id="purposes">What it was for</h2>
        <UsageLedger lines={lines} />
        <p className="small muted usage-note">
          {pricedAsOf === null ? "" : `At list prices of ${pricedAsOf}. `}
          The estimate is made before a call from the length of its text and errs upwards; the difference is of what the
          calls really cost. A call that broke off has no cost of its own, and the budget counts its estimate.
        </p>
      </section>
      {days.filter(({ calls }) => calls > 0).length < 2 ? null : (
        <section className="part" aria-labelledby="days">
          <h2 id="days">Day by day</h2>
          <CostChart days={days} />
        </section>
      )}
      {failures.length === 0 ? null : <Failures failures={failures} />}
      <section className="part" aria-labelledby="people">
        <h2 id="people">Whose doing it was</h2>
        <PeopleLedger people={people} />
      </section>
      <section className="part" aria-labelledby="newest">
        <h2 id="newest">The newest calls</h2>
        <p className="small usage-note">
          <a href={`/admin/${organisation.handle}/usage/calls.csv`} download>
            All calls of {usageDays} days as CSV
          </a>
        </p>
        <NewestCalls calls={newest} />
      </section>
    </>
  );
}

function Failures({ failures }: { failures: readonly UsageFailure[] }) {
  return (
    <section className="part" aria-labelledby="failures">
      <h2 id="failures">What did not succeed</h2>
      <ul className="usage-failures">
        {failures.map(({ outcome, calls }) => (
          <li key={outcome}>
            {outcomeWords(outcome)} <span className="muted">{some(calls, "call")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
