import { Link } from "@remix-run/react";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import type { EmptyQuery } from "#app/domain/retrieval/query.ts";
import { refusalWords } from "./search-words.ts";

type Place = { address: string; title: string; heading: string };

const examples = [
  "how often may we retrain before it stops paying",
  "the right page was found and the answer is still wrong",
  "why is a semantic cache risky",
];

/** Before anything is typed: what there is to find, and how people ask. */
export function NothingTyped() {
  return (
    <EmptyState
      title="Ask in your own words."
      action={examples.map((example) => (
        <Link key={example} className="btn" to={`/search?q=${encodeURIComponent(example)}`}>
          {example}
        </Link>
      ))}
    >
      The study pages, the glossary and the ledger of contradictions are searched together, by words and by meaning.
    </EmptyState>
  );
}

export function CannotSearch({ reason }: { reason: Exclude<EmptyQuery, "nothing"> }) {
  const { title, advice } = refusalWords(reason);
  return <EmptyState title={title}>{advice}</EmptyState>;
}

/** No match is an answer: it says what the material covers, and what came nearest. */
export function NoMatch({ query, nearest }: { query: string; nearest: readonly Place[] }) {
  return (
    <div className="stack search-none">
      <EmptyState
        title={`Nothing in the material answers “${query}”.`}
        action={
          <Link className="btn" to="/learn">
            All study pages
          </Link>
        }
      >
        It covers when to prompt, retrieve, fine-tune or combine, what each costs and how long it takes, how each fails,
        and how to tell whether a design works.
      </EmptyState>
      {nearest.length > 0 ? (
        <p className="small ink-2">
          Nearest, though it may not answer:{" "}
          {nearest.map(({ address, title, heading }, at) => (
            <span key={address}>
              {at > 0 ? "; " : ""}
              <Link to={address}>
                {title}, {heading}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
    </div>
  );
}
