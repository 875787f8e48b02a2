import { Link } from "@remix-run/react";
import { labWords, type LabName } from "#app/domain/content/lab.ts";
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

type Asker = { slug: string; title: string };

/** Scenarios in which something of a page is asked for, and exercises in reading code that need it. */
export function PageAskers({ scenarios, exercises }: { scenarios: Asker[]; exercises: Asker[] }) {
  return (
    <>
      <AskerList id="needed-by" label="Where it is asked for" askers={scenarios} />
      <AskerList id="exercises" label="Read the code" askers={exercises} />
    </>
  );
}

function AskerList({ id, label, askers }: { id: string; label: string; askers: Asker[] }) {
  if (askers.length === 0) return null;
  return (
    <section className="spread study-part" aria-labelledby={id}>
      <h2 className="label" id={id}>
        {label}
      </h2>
      <ul className="study-links">
        {askers.map(({ slug, title }) => (
          <li key={slug}>
            <Link to={`/scenarios/${slug}`} prefetch="intent">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The labs that compute what a page says. */
export function PageLabs({ labs }: { labs: LabName[] }) {
  if (labs.length === 0) return null;
  return (
    <section className="spread study-part" aria-labelledby="computed-by">
      <h2 className="label" id="computed-by">
        Try it
      </h2>
      <ul className="study-links">
        {labs.map((lab) => (
          <li key={lab}>
            <Link to={`/labs/${lab}`} prefetch="intent">
              {labWords[lab]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Neighbour = { slug: string; title: string } | null;

export function PageNeighbours({ previous, next }: { previous: Neighbour; next: Neighbour }) {
  if (!previous && !next) return null;
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
