import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { pageStateWords, type PageState } from "#app/domain/content/page-state.ts";
import "./pages.css";

type Row = { slug: string; title: string; state: PageState; editedAt: string; editedBy: string | null };

type PageListProps = {
  organisation: { handle: string; name: string };
  pages: readonly Row[];
  refused: { title: string; message: string } | null;
};

/** The study pages of an organisation, and a new one. */
export function PageList({ organisation, pages, refused }: PageListProps) {
  const isBusy = useNavigation().state !== "idle";
  const studio = `/studio/${organisation.handle}`;
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/studio">Studio</Link> / <Link to={studio}>{organisation.name}</Link> / Study pages
        </p>
        <h1>Study pages of {organisation.name}</h1>
        <p className="lead">
          What is published is read at Learn and found by search, by the members of {organisation.name} alone. A
          scenario’s checks can send people to any section of it.
        </p>
      </header>
      {pages.length > 0 ? (
        <Ledger studio={studio} pages={pages} />
      ) : (
        <EmptyState title="No page is written yet.">
          A page of your own says what holds in your house: the numbers you work with, the systems you have, the words
          you use.
        </EmptyState>
      )}
      <LabelledSection id="new-page" label="A new page">
        <Form method="post" className="new-page">
          <Field
            label="Title"
            name="title"
            required
            maxLength={200}
            hint="Its address is made from it and stays; the title can change."
            defaultValue={refused?.title}
            error={refused?.message ?? null}
          />
          <Button look="go" disabled={isBusy}>
            Begin the page
          </Button>
        </Form>
      </LabelledSection>
    </div>
  );
}

function Ledger({ studio, pages }: { studio: string; pages: readonly Row[] }) {
  return (
    <table className="ledger folds written-pages">
      <caption className="visually-hidden">Study pages, archived ones last</caption>
      <thead>
        <tr>
          <th scope="col">Page</th>
          <th scope="col">State</th>
          <th scope="col">Last edited</th>
        </tr>
      </thead>
      <tbody>
        {pages.map(({ slug, title, state, editedAt, editedBy }) => (
          <tr key={slug} className={state === "archived" ? "is-archived" : undefined}>
            <th scope="row" className="lead-cell">
              <Link to={`${studio}/pages/${slug}`} prefetch="intent">
                {title}
              </Link>
            </th>
            <td data-label="State">
              <span>{pageStateWords[state]}</span>
            </td>
            <td data-label="Last edited">
              <span>
                <Time iso={editedAt} form="date-time" />
                {editedBy ? `, ${editedBy}` : null}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
