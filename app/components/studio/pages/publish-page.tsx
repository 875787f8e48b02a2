import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { pageStateWords, type PageState } from "#app/domain/content/page-state.ts";

type PublishPageProps = {
  address: string;
  state: PageState;
  revision: number;
  isSaving: boolean;
  errors: number;
  /** Scenarios that send people to it. */
  neededBy: readonly { slug: string; title: string }[];
};

const isRead = (state: PageState) => state === "published" || state === "changed";

/** Where the page stands, and what can be done with it. */
export function PublishPage({ address, state, revision, isSaving, errors, neededBy }: PublishPageProps) {
  return (
    <section className="publish-page" aria-label="Publishing">
      <p>
        <b>{pageStateWords[state]}.</b>{" "}
        {isRead(state) ? (
          <>
            Members read it at <Link to={`/learn/${address}`}>/learn/{address}</Link>.
          </>
        ) : null}
      </p>
      {state === "published" || state === "archived" ? null : (
        <Publish revision={revision} isSaving={isSaving} errors={errors} isAgain={state === "changed"} />
      )}
      {state === "archived" ? <Act intent="restore">Restore it</Act> : null}
      {isRead(state) ? <Act intent="unpublish">Take it back from readers</Act> : null}
      {state === "archived" ? null : <Act intent="archive">Archive it</Act>}
      {isRead(state) && neededBy.length > 0 ? <NeededBy neededBy={neededBy} /> : null}
    </section>
  );
}

type PublishProps = { revision: number; isSaving: boolean; errors: number; isAgain: boolean };

function Publish({ revision, isSaving, errors, isAgain }: PublishProps) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="row">
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="seenRevision" value={revision} />
      <Button look="go" disabled={isBusy || isSaving || errors > 0}>
        {isAgain ? "Publish it anew" : "Publish it"}
      </Button>
      {errors > 0 ? (
        <span className="small ink-2">
          {errors === 1 ? "One problem is" : `${errors} problems are`} in the way: see below the text.
        </span>
      ) : isSaving ? (
        <span className="small ink-2">What you just wrote is being saved first.</span>
      ) : null}
    </Form>
  );
}

function Act({ intent, children }: { intent: "unpublish" | "archive" | "restore"; children: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <Button look="text">{children}</Button>
    </Form>
  );
}

function NeededBy({ neededBy }: Pick<PublishPageProps, "neededBy">) {
  return (
    <p className="small ink-2 publish-page-needed">
      Without it these would send people nowhere:{" "}
      {neededBy.map(({ slug, title }, at) => (
        <span key={slug}>
          {at > 0 ? ", " : ""}
          <Link to={`/scenarios/${slug}`}>{title}</Link>
        </span>
      ))}
      .
    </p>
  );
}
