import { SourceNote, sourcesWords } from "#app/components/ui/source-note.tsx";
import { contradictionTypes, contradictionTypeWords, type Contradiction } from "#app/domain/content/contradiction.ts";
import { valueWords } from "#app/domain/content/figures-words.ts";
import type { Figure } from "#app/domain/content/figures.ts";
import { contradictionAnchor } from "#app/domain/content/place-link.ts";
import { FigureBadge } from "./figure-badge.tsx";
import "./contradictions.css";

type ContradictionsProps = {
  contradictions: readonly Contradiction[];
  figures: readonly Figure[];
  lit: string | null;
};

/** Where the sources disagree, by what is wrong: both sides with their lines, and what to take from it. */
export function Contradictions({ contradictions, figures, lit }: ContradictionsProps) {
  const groups = contradictionTypes
    .map((type) => ({ type, own: contradictions.filter(({ types }) => types[0] === type) }))
    .filter(({ own }) => own.length > 0);
  return (
    <>
      <nav className="contradiction-types" aria-label="Contradictions by type">
        <ul>
          {groups.map(({ type, own }) => (
            <li key={type}>
              <a href={`#type-${type}`}>{sentenceCase(contradictionTypeWords[type])}</a>{" "}
              <span className="muted num">{own.length}</span>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ type, own }) => (
        <section key={type} className="contradiction-group" aria-labelledby={`type-${type}`}>
          <h3 className="serif" id={`type-${type}`}>
            {sentenceCase(contradictionTypeWords[type])}
          </h3>
          {own.map((contradiction) => (
            <Item
              key={contradiction.id}
              contradiction={contradiction}
              figures={figures.filter(({ id }) => contradiction.figures.includes(id))}
              isLit={lit === contradictionAnchor(contradiction.id)}
            />
          ))}
        </section>
      ))}
    </>
  );
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type ItemProps = { contradiction: Contradiction; figures: readonly Figure[]; isLit: boolean };

function Item({ contradiction, figures, isLit }: ItemProps) {
  const { id, types, title, claim, against, takeaway } = contradiction;
  const also = types.slice(1).map((type) => contradictionTypeWords[type]);
  return (
    <article id={contradictionAnchor(id)} className={isLit ? "contradiction lit" : "contradiction"}>
      <header>
        <span className="label num">{id}</span>
        <h4 className="serif">{title}</h4>
        {also.length > 0 ? <p className="tiny muted">also: {also.join(", ")}</p> : null}
      </header>
      <dl>
        <div>
          <dt>Claimed</dt>
          <dd>
            {claim.text} <Sources sources={claim.sources} />
          </dd>
        </div>
        <div>
          <dt>Against it</dt>
          <dd>
            {against.text} <Sources sources={against.sources} />
          </dd>
        </div>
        <div className="contradiction-takeaway">
          <dt>Take from it</dt>
          <dd>{takeaway}</dd>
        </div>
        {figures.length > 0 ? (
          <div>
            <dt>Figures</dt>
            <dd>
              <ul className="contradiction-figures">
                {figures.map((figure) => (
                  <li key={figure.id} className="num">
                    {valueWords(figure)} <SourceNote source={figure.source} /> <FigureBadge figure={figure} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ) : null}
      </dl>
    </article>
  );
}

function Sources({ sources }: { sources: readonly string[] }) {
  return sources.length > 0 ? <cite className="source contradiction-source">{sourcesWords(sources)}</cite> : null;
}
