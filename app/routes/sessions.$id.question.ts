import type { LoaderFunctionArgs } from "@remix-run/node";
import { eventStream, type StreamEvent } from "#app/http/event-stream.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { followQuestion } from "#app/services/interview/follow-question.server.ts";

type Heard = { kind: "text"; text: string } | { kind: "done"; text: string; authored: boolean; fault: string | null };

async function* eventsOf(question: AsyncIterable<Heard>): AsyncIterable<StreamEvent> {
  for await (const heard of question) {
    if (heard.kind === "text") yield { event: "text", data: { text: heard.text } };
    else yield { event: heard.fault === null ? "done" : "fault", data: { text: heard.text, fault: heard.fault } };
  }
}

// Only the candidate of the session may hear its next question. `text` carries the words so far; after `done`, or `fault`
// with the authored words, nothing more comes.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return eventStream(request, async (signal) => {
    const question = await followQuestion(viewer, params.id ?? "", signal);
    return question && eventsOf(question);
  });
}
