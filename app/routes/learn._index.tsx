import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { OrganisationStudyList, StudyList } from "#app/components/content/study-list.tsx";
import { SearchBox } from "#app/components/search/search-box.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { findViewer } from "#app/http/viewer.server.ts";
import { listStudyPages } from "#app/services/library/material/list-study-pages.server.ts";

export const meta: MetaFunction = () => [
  { title: "Learn · Tradeoff" },
  { name: "description", content: "What the interview asks for, from sourced material, one idea a page." },
];

// Anyone may read what ships; an organisation's pages are listed for its members alone.
export async function loader({ request }: LoaderFunctionArgs) {
  return listStudyPages(await findViewer(request));
}

export default function Learn() {
  const { parts, organisations } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Learn</h1>
        <p className="lead">
          What the interviews ask for, one idea a page. Every figure names the source and line it comes from; where
          sources disagree, they are shown disagreeing.
        </p>
        <SearchBox />
        <p className="small ink-2">
          Beside the pages: <Link to="/glossary">the glossary</Link>, <Link to="/figures">the ledger of figures</Link>,{" "}
          <Link to="/labs">the labs</Link>.
        </p>
      </header>
      {parts.length > 0 ? (
        <StudyList parts={parts}>
          <OrganisationStudyList organisations={organisations} />
        </StudyList>
      ) : (
        <EmptyState title="There is nothing to read yet.">
          No study page could be read from disk. The server’s log names each file and what is wrong with it.
        </EmptyState>
      )}
    </div>
  );
}
