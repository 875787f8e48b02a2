import { Form, Link, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { archiveLimits } from "#app/domain/authoring/archive.ts";
import "./files.css";

type ImportStartProps = {
  organisation: { handle: string; name: string };
  scenarios: readonly { slug: string; title: string }[];
  /** Why the last zip was not read. */
  refusal: string | null;
  /** What has just been imported. */
  done: readonly { slug: string; title: string }[];
};

/** Scenarios come in as a zip and go out as one. */
export function ImportStart({ organisation, scenarios, refusal, done }: ImportStartProps) {
  const isBusy = useNavigation().state !== "idle";
  const studio = `/studio/${organisation.handle}`;
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/studio">Studio</Link> / <Link to={studio}>{organisation.name}</Link>
        </p>
        <h1>Import and export</h1>
        <p className="lead">
          Scenarios come and go as folders in a zip. You see what an import would do before it does it.
        </p>
      </header>
      {done.length > 0 ? <Done studio={studio} done={done} /> : null}
      <LabelledSection id="import" label="Import">
        <Form method="post" encType="multipart/form-data" className="import-form">
          <div className="field">
            <label htmlFor="zip">Zip of scenarios</label>
            <input
              id="zip"
              name="zip"
              type="file"
              accept=".zip,application/zip"
              required
              aria-invalid={refusal ? true : undefined}
              aria-describedby={refusal ? "zip-hint zip-error" : "zip-hint"}
            />
            <p className="hint" id="zip-hint">
              One folder a scenario, named like its address, with scenario.md, rubric.yaml and, where there are any,
              hints.yaml and calibration/*.md. At most {archiveLimits.bytes / 1_048_576} MB and {archiveLimits.entries}{" "}
              files, {archiveLimits.allBytes / 1_000_000} MB unpacked.
            </p>
            {refusal ? (
              <p className="error" id="zip-error" role="alert">
                Nothing was imported. {refusal}
              </p>
            ) : null}
          </div>
          <Button look="go" disabled={isBusy}>
            {isBusy ? "Reading …" : "See what it would do"}
          </Button>
        </Form>
      </LabelledSection>
      <LabelledSection id="export" label="Export">
        <Export studio={studio} name={organisation.name} scenarios={scenarios} />
      </LabelledSection>
    </div>
  );
}

type ExportProps = { studio: string; name: string; scenarios: ImportStartProps["scenarios"] };

/** What a link brings is a file, so the browser follows it by itself. */
function Export({ studio, name, scenarios }: ExportProps) {
  if (scenarios.length === 0) return <p>{name} has no scenario yet that could be exported.</p>;
  return (
    <div className="exports">
      <p>Each scenario as its draft is now. A published version is exported from the scenario’s versions.</p>
      <ul className="export-list">
        {scenarios.map(({ slug, title }) => (
          <li key={slug}>
            <Link to={`${studio}/scenarios/${slug}/export`} reloadDocument>
              {title}
            </Link>{" "}
            <code className="small muted">{slug}.zip</code>
          </li>
        ))}
      </ul>
      <p className="row">
        <ButtonLink to={`${studio}/export`} reloadDocument>
          Export all in one zip
        </ButtonLink>
      </p>
    </div>
  );
}

function Done({ studio, done }: { studio: string; done: ImportStartProps["done"] }) {
  return (
    <Message
      title={done.length === 1 ? "One scenario is imported." : `${done.length} scenarios are imported.`}
      role="status"
    >
      Each is a draft now, to be looked at and published:{" "}
      {done.map(({ slug, title }, at) => (
        <span key={slug}>
          {at > 0 ? ", " : ""}
          <Link to={`${studio}/scenarios/${slug}`}>{title}</Link>
        </span>
      ))}
      .
    </Message>
  );
}
