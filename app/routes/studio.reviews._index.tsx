import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WaitingList } from "#app/components/review/waiting-list.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { listWaitingAppeals } from "#app/services/appeals/list-waiting-appeals.server.ts";
import { listWaitingSessions } from "#app/services/review/list-waiting-sessions.server.ts";

export const meta: MetaFunction = () => [
  { title: "Reviews · Tradeoff" },
  { name: "description", content: "Finished interviews and contested levels that wait for a person." },
];

// Only for reviewers. To anybody else the page is not there.
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const [queue, contested] = await Promise.all([listWaitingSessions(viewer), listWaitingAppeals(viewer)]);
  return { queue: requireFound(queue), contested: requireFound(contested) };
}

export default function ReviewsPage() {
  const { queue, contested } = useLoaderData<typeof loader>();
  return <WaitingList queue={queue} contested={contested} />;
}
