import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunctionArgs as ShouldRevalidateArgs } from "@remix-run/react";
import { Replay } from "#app/components/replay/replay.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { getReplay } from "#app/services/grading/get-replay.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Turn by turn, ${data.replayed.session.title}` : "No such interview"} · Tradeoff` },
];

// Only the candidate of the session, and only once it is over: it tells what the interviewer was after.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { replayed: requireFound(await getReplay(viewer, params.id ?? "")) };
}

/** All turns are here already: another turn in the address asks for nothing. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateArgs) {
  const isSamePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isSamePage ? false : defaultShouldRevalidate;
}

export default function ReplayPage() {
  const { replayed } = useLoaderData<typeof loader>();
  return <Replay replayed={replayed} />;
}
