import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { studyPartWords, type StudyPart } from "#app/domain/content/part.ts";
import "./study.css";

type Asker = { slug: string; title: string };
type StudyRow = {
  slug: string;
  title: string;
  keyIdea: string;
  minutes: number;
  scenarios: Asker[];
  exercises: Asker[];
};

type StudyListProps = {
  parts: { part: StudyPart; pages: StudyRow[] }[];
  /** What stands before the pages that everybody has. */
  children?: ReactNode;
};

/** The study pages, part by part, in the order they build on each other. */
export function StudyList({ parts, children }: StudyListProps) {
  return (
    <>
      {children}
      {parts.map(({ part, pages }) => (
        <section key={part} className="study-group" aria-labelledby={`part-${part}`}>
          <header>
            <h2 id={`part-${part}`}>{studyPartWords[part].name}</h2>
            <p className="small muted">{studyPartWords[part].asks}</p>
          </header>
          <ol className="study-list">
            {pages.map((page) => (
              <StudyListRow key={page.slug} page={page} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

type OrganisationStudyListProps = { organisations: { handle: string; name: string; pages: StudyRow[] }[] };

/** The pages that the reader's organisations wrote for their members. */
export function OrganisationStudyList({ organisations }: OrganisationStudyListProps) {
  return (
    <>
      {organisations.map(({ handle, name, pages }) => (
        <section key={handle} className="study-group" aria-labelledby={`of-${handle}`}>
          <header>
            <h2 id={`of-${handle}`}>Of {name}</h2>
            <p className="small muted">Read and found by members alone</p>
          </header>
          <ol className="study-list">
            {pages.map((page) => (
              <StudyListRow key={page.slug} page={page} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function StudyListRow({ page }: { page: StudyRow }) {
  return (
    <li className="list-row study-row">
      <div>
        <h3 className="serif list-row-title">
          <Link to={`/learn/${page.slug}`} prefetch="intent">
            {page.title}
          </Link>
        </h3>
        <p className="ink-2">{page.keyIdea}</p>
        <Askers label="Asked for in" many="scenarios" askers={page.scenarios} />
        <Askers label="Read the code" many="exercises" askers={page.exercises} />
      </div>
      <span className="study-minutes num">{page.minutes} min</span>
    </li>
  );
}

/** One line of links; many are counted behind a disclosure, so that the list stays a list of pages. */
function Askers({ label, many, askers }: { label: string; many: string; askers: readonly Asker[] }) {
  if (askers.length === 0) return null;
  const links = askers.map(({ slug, title }, at) => (
    <span key={slug}>
      {at > 0 ? ", " : ""}
      <Link to={`/scenarios/${slug}`}>{title}</Link>
    </span>
  ));
  if (askers.length <= 2) {
    return (
      <p className="study-askers">
        {label}: {links}
      </p>
    );
  }
  return (
    <details className="study-askers">
      <summary>
        {label}: {askers.length} {many}
      </summary>
      <p>{links}</p>
    </details>
  );
}
