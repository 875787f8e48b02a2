import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Markdown } from "#app/components/content/markdown.tsx";
import { PageFigures } from "#app/components/content/page-figures.tsx";
import {
  PageAskers,
  PageContents,
  PageLabs,
  PageNeighbours,
  PageSources,
} from "#app/components/content/study-page.tsx";
import { FigureNotes } from "#app/components/ledger/figure-notes.tsx";
import { SearchBox } from "#app/components/search/search-box.tsx";
import { studyPartWords } from "#app/domain/content/part.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { findViewer } from "#app/http/viewer.server.ts";
import { getStudyPage } from "#app/services/library/material/get-study-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.title ?? "No such page"} · Tradeoff` },
  { name: "description", content: data?.page.keyIdea ?? "" },
];

// Anyone may read what ships. An organisation's page is there for its members alone.
export async function loader({ request, params }: LoaderFunctionArgs) {
  return { page: requireFound(await getStudyPage(await findViewer(request), params.page ?? "")) };
}

export default function StudyPage() {
  const { page } = useLoaderData<typeof loader>();
  return (
    <article className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/learn">Learn</Link> /{" "}
          {page.organisation ? (
            <Link to={`/learn#of-${page.organisation.handle}`}>Of {page.organisation.name}</Link>
          ) : (
            <Link to={`/learn#part-${page.part}`}>{studyPartWords[page.part].name}</Link>
          )}{" "}
          / {page.title}
        </p>
        <h1>{page.title}</h1>
        <p className="lead">{page.keyIdea}</p>
        <p className="small muted num">
          {page.minutes} minutes to read
          {page.organisation ? ` · written by ${page.organisation.name} for its members` : ""}
        </p>
      </header>
      <div className="spread study-body">
        <PageContents sections={page.sections} />
        <FigureNotes figures={page.figures}>
          <Markdown blocks={page.body} diagramLabel={`Diagram, ${page.title}`} />
        </FigureNotes>
      </div>
      <PageLabs labs={page.labs} />
      <PageAskers {...page.neededBy} />
      <PageFigures figures={page.figures} />
      <PageSources sources={page.sources} />
      <div className="study-search">
        <SearchBox />
      </div>
      <PageNeighbours previous={page.previous} next={page.next} />
    </article>
  );
}
