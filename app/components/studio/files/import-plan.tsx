import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { LeftOut } from "#app/domain/authoring/archive.ts";
import { PlannedScenario, type Planned } from "./planned-scenario.tsx";
import { summaryWords } from "./import-words.ts";
import "./files.css";

export type ImportPlanProps = {
  plan: {
    organisation: { handle: string; name: string };
    scenarios: readonly Planned[];
    leftOut: readonly LeftOut[];
  };
  /** What became of those that were chosen before, by slug. */
  refused: Readonly<Record<string, string>>;
  /** Those that were imported although others were not. */
  imported: readonly string[];
  message: string | null;
};

/** What a zip would do, scenario by scenario, and the choice of what it does. */
export function ImportPlan({ plan, refused, imported, message }: ImportPlanProps) {
  const { organisation, scenarios, leftOut } = plan;
  const isBusy = useNavigation().state !== "idle";
  const studio = `/studio/${organisation.handle}`;
  const canImport = scenarios.some(({ kind }) => kind !== "same" && kind !== "refused");
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/studio">Studio</Link> / <Link to={studio}>{organisation.name}</Link> /{" "}
          <Link to={`${studio}/import`}>Import</Link>
        </p>
        <h1>What this import would do</h1>
        <p className="lead">{summaryWords(scenarios)} Nothing is changed yet.</p>
      </header>
      {message ? <Message tone="warn" role="alert" title={message} /> : null}
      {imported.length > 0 ? (
        <Message role="status" title={`Imported: ${imported.join(", ")}.`}>
          What could not be imported is below.
        </Message>
      ) : null}
      <Form method="post" className="import-plan">
        {scenarios.map((planned) => (
          <PlannedScenario key={planned.slug} planned={planned} refusal={refused[planned.slug] ?? null} />
        ))}
        {leftOut.length > 0 ? <LeftOutList leftOut={leftOut} /> : null}
        <div className="import-act">
          {canImport ? (
            <Button look="go" disabled={isBusy}>
              {isBusy ? "Importing …" : "Import what is ticked"}
            </Button>
          ) : (
            <p>There is nothing here that an import would change.</p>
          )}
          <Link to={`${studio}/import`}>Choose another zip</Link>
        </div>
        <p className="small muted">
          A draft that is changed becomes exactly what the zip holds; what is published stays as it is until you publish
          again.
        </p>
      </Form>
    </div>
  );
}

function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  return (
    <details className="left-out">
      <summary>{leftOut.length === 1 ? "One file is left out" : `${leftOut.length} files are left out`}</summary>
      <ul className="small">
        {leftOut.map(({ name, why }) => (
          <li key={name}>
            <code>{name}</code> {why}
          </li>
        ))}
      </ul>
    </details>
  );
}
