import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { ensureViewer, findViewer } from "#app/http/viewer.server.ts";
import { getDrills } from "#app/services/practice/get-drill.server.ts";
import { startDrill } from "#app/services/practice/start-drill.server.ts";
import "#app/components/practice/practice.css";

export const meta: MetaFunction = () => [
  { title: "Drills · Tradeoff" },
  { name: "description", content: "One situation, one minute: an approach, and the one condition that decides." },
];

// Anyone may come; what was done is the viewer's own.
export async function loader({ request }: LoaderFunctionArgs) {
  return { drills: await getDrills(await findViewer(request)) };
}

// Anyone may start: a visitor becomes a guest first, so that there is somebody to keep it for.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  // A guest is made only where there is a drill.
  requireFound((await getDrills(null)).drills > 0 || null);
  const { viewer, headers } = await ensureViewer(request);
  const { attemptId } = requireFound(await startDrill(viewer));
  return redirect(`/practice/drill/${attemptId}`, { headers });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function DrillsPage() {
  const { drills } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/practice">Practice</Link> / Drills
        </p>
        <h1>One situation, one minute</h1>
        <p className="lead">
          Choose an approach and give the one condition that decides. The reason counts: the right label without it is
          not enough, and a defensible other one with it is.
        </p>
      </header>
      {drills.drills === 0 ? (
        <EmptyState title="There are no drills in this library.">Its content has no drills.yaml.</EmptyState>
      ) : (
        <Form method="post" className="drill">
          <p className="ink-2">
            {drills.seen === 0
              ? `There are ${drills.drills} drills. The minute begins when you start, by the server's clock; an answer after it is still taken, and marked.`
              : `You have seen ${drills.seen} of ${drills.drills} drills; the last time, ${drills.right} of them came out right. New ones come first, then those you missed.`}
          </p>
          <div className="row wide">
            <button className="btn go big">
              {drills.openAttemptId === null ? "Start the minute" : "Go on with the drill you began"}
            </button>
            {drills.openAttemptId === null ? null : (
              <span className="small muted">Its minute has been running since you began it.</span>
            )}
          </div>
        </Form>
      )}
    </div>
  );
}
