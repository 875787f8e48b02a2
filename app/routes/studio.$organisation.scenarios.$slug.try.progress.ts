import type { LoaderFunctionArgs } from "@remix-run/node";
import { eventStream, type StreamEvent } from "#app/http/event-stream.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { followDryRuns, type RunProgress } from "#app/services/authoring/dry-run/follow-dry-runs.server.ts";

/** `progress` while anything is under way; `end` once nothing is. */
async function* eventsOf(following: AsyncIterable<RunProgress[]>): AsyncIterable<StreamEvent> {
  for await (const runs of following) yield { event: runs.length === 0 ? "end" : "progress", data: runs };
}

// Only authors of the organisation.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug = "" } = params;
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  return eventStream(request, async (signal) => {
    const following = await followDryRuns(viewer, { organisation: membership.handle, slug }, signal);
    return following && eventsOf(following);
  });
}
