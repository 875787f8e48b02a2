import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { getClock } from "#app/services/interview/clock/get-clock.server.ts";

// Only the candidate of the session may ask what time is left: the page counts on from it, and asks again now and then.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return Response.json(requireFound(await getClock(viewer, params.id ?? "")), {
    headers: { "cache-control": "no-store" },
  });
}
