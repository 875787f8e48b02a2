import type { LoaderFunctionArgs } from "@remix-run/node";
import { eventStream, type StreamEvent } from "#app/http/event-stream.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { followRegrade, type RegradeProgress } from "#app/services/authoring/regrade/follow-regrade.server.ts";

/** `progress` while grades are made; `end` once, when the last has ended. */
async function* eventsOf(regrading: AsyncIterable<RegradeProgress>): AsyncIterable<StreamEvent> {
  for await (const progress of regrading) yield { event: progress.isOver ? "end" : "progress", data: progress };
}

// For instructors and admins of the organisation.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { organisation = "", slug = "", id: regradeId = "" } = params;
  return eventStream(request, async (signal) => {
    const regrading = await followRegrade(viewer, { organisation, slug, regradeId, signal });
    return regrading && eventsOf(regrading);
  });
}
