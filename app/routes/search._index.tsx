import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigation } from "@remix-run/react";
import { Ask } from "#app/components/search/ask.tsx";
import { SearchField } from "#app/components/search/search-field.tsx";
import { SearchResults } from "#app/components/search/search-results.tsx";
import { CannotSearch, NoMatch, NothingTyped } from "#app/components/search/search-states.tsx";
import { countWords } from "#app/components/search/search-words.ts";
import { findViewer } from "#app/http/viewer.server.ts";
import { canAsk } from "#app/services/retrieval/ask-material.server.ts";
import { searchMaterial } from "#app/services/retrieval/search-material.server.ts";
import "#app/components/search/search.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.query ? `${data.query.slice(0, 60)} · Search` : "Search"} · Tradeoff` },
  { name: "description", content: "Find where the material says it, with the sentence and its sources." },
];

// Anyone may search: the material is open, and an organisation's pages are found by its members alone. Asking a model is not, and the page says to whom it is.
export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams.get("q") ?? "";
  const viewer = await findViewer(request);
  const found = await searchMaterial(viewer, query);
  const access = canAsk() ? (viewer ? ("open" as const) : ("stranger" as const)) : ("no-key" as const);
  return { query: query.slice(0, 1_000), found, access };
}

export default function SearchPage() {
  const { query, found, access } = useLoaderData<typeof loader>();
  const isSearching = useNavigation().location?.pathname === "/search";
  const isFound = found.kind === "found";
  return (
    <div className="wrap search-page">
      <header className="page-head">
        <h1>Search</h1>
      </header>
      <SearchField query={query} />
      <p className="search-bar" aria-live="polite">
        <span>{isSearching ? "Searching …" : isFound ? countWords(found.results.length) : ""}</span>
        {isFound ? <span>{found.mode === "lexical" ? "By words alone" : "By words and by meaning"}</span> : null}
      </p>
      {found.kind === "refused" ? null : <Notes note={found.note} corrected={found.corrected} />}
      {found.kind === "refused" && found.reason === "nothing" ? <NothingTyped /> : null}
      {found.kind === "refused" && found.reason !== "nothing" ? <CannotSearch reason={found.reason} /> : null}
      {found.kind === "none" ? <NoMatch query={query} nearest={found.nearest} /> : null}
      {isFound ? (
        <>
          <SearchResults results={found.results} />
          <Ask key={query} question={query} access={access} />
        </>
      ) : null}
    </div>
  );
}

type NotesProps = { note: string | null; corrected: { typed: string; read: string }[] };

function Notes({ note, corrected }: NotesProps) {
  return (
    <div className="small ink-2">
      {corrected.length > 0 ? (
        <p>{corrected.map(({ typed, read }) => `“${typed}” is read as “${read}”`).join("; ")}.</p>
      ) : null}
      {note ? <p>{note}</p> : null}
    </div>
  );
}
