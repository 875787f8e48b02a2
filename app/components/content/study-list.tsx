import { Link } from "@remix-run/react";
import "./study.css";

type StudyListProps = { pages: { slug: string; title: string; keyIdea: string; minutes: number }[] };

/** The study pages in the order they build on each other. */
export function StudyList({ pages }: StudyListProps) {
  return (
    <ol className="study-list">
      {pages.map((page, index) => (
        <li key={page.slug} className="list-row study-row">
          <span className="study-number num" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <h2 className="serif list-row-title">
              <Link to={`/learn/${page.slug}`} prefetch="intent">
                {page.title}
              </Link>
            </h2>
            <p className="ink-2">{page.keyIdea}</p>
          </div>
          <span className="study-minutes num">{page.minutes} min</span>
        </li>
      ))}
    </ol>
  );
}
