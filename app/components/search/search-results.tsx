import { Link } from "@remix-run/react";
import { sourcesWords } from "#app/components/ui/source-note.tsx";
import type { PassageKind } from "#app/domain/retrieval/passage.ts";
import { MatchedText } from "./matched-text.tsx";
import { kindWords } from "./search-words.ts";
import "./search.css";

export type ResultRow = {
  kind: PassageKind;
  title: string;
  heading: string;
  address: string;
  /** Whose page it is; null for what ships. */
  organisation: string | null;
  sources: string[];
  snippet: { text: string; marks: { start: number; end: number }[] };
};

/** The places that were found, each with the sentence that fits best and the sources it rests on. */
export function SearchResults({ results }: { results: readonly ResultRow[] }) {
  return (
    <ol className="search-results">
      {results.map((result) => (
        <li key={result.address} className="search-result">
          <p className="label">
            {result.kind === "section" ? result.title : kindWords[result.kind]}
            {result.organisation ? <span className="search-owner"> of {result.organisation}</span> : null}
          </p>
          <div>
            <h2 className="search-result-title">
              <Link to={result.address} prefetch="intent">
                {result.heading}
              </Link>
            </h2>
            <p className="search-snippet">
              <MatchedText {...result.snippet} />
            </p>
          </div>
          <p className="tiny muted num">{result.sources.length > 0 ? sourcesWords(result.sources) : null}</p>
        </li>
      ))}
    </ol>
  );
}
