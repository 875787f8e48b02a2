import { Link } from "@remix-run/react";
import { AuthorNav } from "#app/components/studio/author/author-nav.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { TryView } from "#app/services/authoring/dry-run/get-try.server.ts";
import { AddAnswer, type RefusedTry } from "./add-answer.tsx";
import { Agreement } from "./agreement.tsx";
import { Publishing } from "./publishing.tsx";
import { ReadingTable } from "./reading-table.tsx";
import { RunForm } from "./run-form.tsx";
import { Runs } from "./runs.tsx";
import { Steadiness } from "./steadiness.tsx";
import "#app/components/studio/studio.css";
import "./try.css";

type TryPageProps = {
  organisation: { handle: string; name: string };
  slug: string;
  view: TryView;
  /** The answer that a narrow page shows. */
  chosen: string | null;
  refused: RefusedTry | null;
};

/** A draft tried on sample answers, before anybody takes it. */
export function TryPage({ organisation, slug, view, chosen, refused }: TryPageProps) {
  const path = `/studio/${organisation.handle}/scenarios/${slug}`;
  return (
    <div className="wrap studio try">
      <AuthorNav organisation={organisation} scenario={{ slug, title: view.title }} at="try" />
      {refused ? <Message tone="warn" role="alert" title={refused.problem} /> : null}
      {view.broken.length > 0 ? <Broken view={view} path={path} /> : null}
      <Runs runs={view.runs} path={path} />
      <section aria-labelledby="samples">
        <h2 id="samples">Sample answers</h2>
        {view.answers.length === 0 ? (
          <EmptyState title="There is no sample answer yet.">
            Paste one that somebody gave, or have the model draft three. At least a weak and a strong one, labelled, are
            needed before the scenario can be published.
          </EmptyState>
        ) : (
          <RunForm view={view} path={path} />
        )}
        <AddAnswer view={view} refused={refused} />
      </section>
      {view.broken.length > 0 ? null : <Publishing publishing={view.publishing} answers={view.answers} path={path} />}
      {view.table ? (
        <section className="part" aria-labelledby="verdicts">
          <h2 id="verdicts">Verdicts, side by side</h2>
          <ReadingTable table={view.table} path={path} chosen={chosen} />
        </section>
      ) : null}
      <Agreement agreement={view.agreement} />
      <Steadiness steadiness={view.steadiness} />
    </div>
  );
}

function Broken({ view: { broken }, path }: { view: TryView; path: string }) {
  return (
    <Message
      tone="warn"
      title="The draft cannot be read as a scenario yet, so nothing can be tried on it."
      action={<Link to={path}>Mend it on the write page</Link>}
    >
      {broken.slice(0, 4).map(({ file, field, message }) => (
        <span key={`${file} ${field} ${message}`} className="try-problem">
          {file}, {field}: {message}
        </span>
      ))}
      {broken.length > 4 ? `and ${broken.length - 4} more` : null}
    </Message>
  );
}
