import { Link } from "@remix-run/react";
import { groupSources, sourceDocument } from "#app/domain/content/source-document.ts";
import type { Source } from "#app/domain/scenarios/schema.ts";
import "./study.css";

export function PageContents({ sections }: { sections: { id: string; heading: string }[] }) {
  return (
    <nav className="study-contents" aria-labelledby="on-this-page">
      <p className="label" id="on-this-page">
        On this page
      </p>
      <ul>
        {sections.map((section) => (
          <li key={section.id}>
            <a href={`#${section.id}`}>{section.heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The documents a page rests on, each with its lines. */
export function PageSources({ sources }: { sources: Source[] }) {
  if (sources.length === 0) return null;
  return (
    <section className="spread study-part" aria-labelledby="sources">
      <h2 className="label" id="sources">
        Sources
      </h2>
      <dl className="study-sources">
        {groupSources(sources).map(({ key, lines }) => (
          <div key={key}>
            <dt>
              {key}, {sourceDocument[key]}
            </dt>
            <dd className="num">
              {lines.length === 1 ? "line" : "lines"} {lines.join(", ")}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Neighbour = { slug: string; title: string } | null;

export function PageNeighbours({ previous, next }: { previous: Neighbour; next: Neighbour }) {
  return (
    <nav className="study-neighbours" aria-label="Study pages">
      {previous ? (
        <Link to={`/learn/${previous.slug}`} rel="prev" prefetch="intent">
          <span className="label">Before this</span>
          {previous.title}
        </Link>
      ) : null}
      {next ? (
        <Link to={`/learn/${next.slug}`} rel="next" prefetch="intent" className="study-next">
          <span className="label">Next</span>
          {next.title}
        </Link>
      ) : null}
    </nav>
  );
}
