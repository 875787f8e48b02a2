import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GlossaryList } from "#app/components/glossary/glossary-list.tsx";
import { useLitAnchor } from "#app/components/ui/use-lit-anchor.ts";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { listTerms } from "#app/services/library/material/list-terms.server.ts";

export const meta: MetaFunction = () => [
  { title: "Glossary · Tradeoff" },
  {
    name: "description",
    content: "The words of the field, each with the lines it is used on; hybrid has three meanings.",
  },
];

// Anyone may read: nothing here is anybody's.
export async function loader() {
  return { terms: await listTerms() };
}

export default function Glossary() {
  const { terms } = useLoaderData<typeof loader>();
  const lit = useLitAnchor();
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Glossary</h1>
        <p className="lead">
          The words of the field, each with the lines it is used on. Where one word has several meanings, they are told
          apart: <a href="#hybrid">hybrid</a> has three.
        </p>
      </header>
      {terms.length > 0 ? (
        <GlossaryList terms={terms} lit={lit} />
      ) : (
        <EmptyState title="The glossary is empty.">
          No term could be read from disk. The server’s log names each file and what is wrong with it.
        </EmptyState>
      )}
    </div>
  );
}
