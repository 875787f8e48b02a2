import { Link } from "@remix-run/react";
import { sourcesWords } from "#app/components/ui/source-note.tsx";
import type { Term } from "#app/domain/content/glossary.ts";
import "./glossary.css";

type TermRow = Omit<Term, "see"> & { see: { to: string; title: string }[] };

type Letter = { letter: string; terms: TermRow[] };

/** The terms under their first letters, as they are sorted. */
function byLetter(terms: readonly TermRow[]): Letter[] {
  const letters: Letter[] = [];
  for (const term of terms) {
    const letter = term.term.charAt(0).toUpperCase();
    const last = letters.at(-1);
    if (last?.letter === letter) last.terms.push(term);
    else letters.push({ letter, terms: [term] });
  }
  return letters;
}

/** Letters to jump to, then every term; a term's anchor is its id. */
export function GlossaryList({ terms, lit }: { terms: readonly TermRow[]; lit: string | null }) {
  const letters = byLetter(terms);
  return (
    <>
      <nav className="glossary-letters" aria-label="Letters">
        <ul>
          {letters.map(({ letter }) => (
            <li key={letter}>
              <a href={`#letter-${letter.toLowerCase()}`}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map(({ letter, terms: own }) => (
        <section key={letter} className="glossary-letter" aria-labelledby={`letter-${letter.toLowerCase()}`}>
          <h2 id={`letter-${letter.toLowerCase()}`}>{letter}</h2>
          <dl>
            {own.map((term) => (
              <Entry key={term.id} term={term} isLit={lit === term.id} />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function Entry({ term, isLit }: { term: TermRow; isLit: boolean }) {
  const { id, kind, also, means, senses, sources, see } = term;
  return (
    <div id={id} className={isLit ? "glossary-entry lit" : "glossary-entry"}>
      <dt>
        <dfn>{term.term}</dfn>
        {kind === "tool" ? <span className="tiny muted">a tool</span> : null}
        {also.length > 0 ? <span className="tiny muted">also: {also.join(", ")}</span> : null}
      </dt>
      <dd>
        <p>{means}</p>
        {senses.length > 0 ? (
          <ol className="glossary-senses">
            {senses.map((sense) => (
              <li key={sense.name}>
                <b>{sense.name}.</b> {sense.means} <cite className="source">{sourcesWords(sense.sources)}</cite>
              </li>
            ))}
          </ol>
        ) : (
          <p>
            <cite className="source">{sourcesWords(sources)}</cite>
          </p>
        )}
        {see.length > 0 ? (
          <p className="glossary-see">
            See{" "}
            {see.map(({ to, title }, at) => (
              <span key={to}>
                {at > 0 ? "; " : ""}
                <Link to={to}>{title}</Link>
              </span>
            ))}
          </p>
        ) : null}
      </dd>
    </div>
  );
}
