import type { LoaderFunctionArgs } from "@remix-run/node";
import { eventStream, type StreamEvent } from "#app/http/event-stream.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { followGrade } from "#app/services/grading/follow-grade.server.ts";

type Progress = { state: string };

/** `progress` while it is being graded; `end` once, when there is a scorecard or a reason why there is none. */
async function* eventsOf(grading: AsyncIterable<Progress>): AsyncIterable<StreamEvent> {
  for await (const progress of grading) {
    const isOver = progress.state === "graded" || progress.state === "ungraded";
    yield { event: isOver ? "end" : "progress", data: progress };
  }
}

// Only the candidate of the session may watch it being graded.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return eventStream(request, async (signal) => {
    const grading = await followGrade(viewer, params.id ?? "", signal);
    return grading && eventsOf(grading);
  });
}
