import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Markdown } from "#app/components/content/markdown.tsx";
import { PageContents, PageNeighbours, PageSources } from "#app/components/content/study-page.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { getStudyPage } from "#app/services/library/get-study-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.title ?? "No such page"} · Tradeoff` },
  { name: "description", content: data?.page.keyIdea ?? "" },
];

// Anyone may read: nothing here is anybody's.
export async function loader({ params }: LoaderFunctionArgs) {
  return { page: requireFound(await getStudyPage(params.page ?? "")) };
}

export default function StudyPage() {
  const { page } = useLoaderData<typeof loader>();
  return (
    <article className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/learn">Learn</Link> / {page.title}
        </p>
        <h1>{page.title}</h1>
        <p className="lead">{page.keyIdea}</p>
        <p className="small muted num">{page.minutes} minutes to read</p>
      </header>
      <div className="spread study-body">
        <PageContents sections={page.sections} />
        <Markdown blocks={page.body} diagramLabel={`Diagram, ${page.title}`} />
      </div>
      {page.neededBy.length > 0 ? (
        <section className="spread study-part" aria-labelledby="needed-by">
          <h2 className="label" id="needed-by">
            Where it is asked for
          </h2>
          <ul className="study-links">
            {page.neededBy.map((scenario) => (
              <li key={scenario.slug}>
                <Link to={`/scenarios/${scenario.slug}`} prefetch="intent">
                  {scenario.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <PageSources sources={page.sources} />
      <PageNeighbours previous={page.previous} next={page.next} />
    </article>
  );
}
