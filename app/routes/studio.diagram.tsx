import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { DiagramStudio } from "#app/components/diagram/studio/diagram-studio.tsx";
import { startingNameOf } from "#app/components/diagram/studio/starting-drawings.ts";

export const meta: MetaFunction = () => [
  { title: "Diagram studio · Tradeoff" },
  {
    name: "description",
    content: "Draw a retrieval or training system in Mermaid, with the structural rules reading along.",
  },
];

// Anyone may open it. A drawing never comes here: it is made, read and shared in the browser.
export function loader({ request }: LoaderFunctionArgs) {
  return { start: startingNameOf(new URL(request.url).searchParams.get("start")) };
}

/** Once here, the page needs nothing more from the server. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
  currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;

export default function Studio() {
  const { start } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Diagram studio</h1>
        <p className="lead">
          Draw a system and see at once what the rules of the scorecard read in it. Everything stays in this browser; a
          link carries the drawing itself.
        </p>
      </header>
      <DiagramStudio start={start} />
    </div>
  );
}
