import type { ActionFunctionArgs } from "@remix-run/node";
import { eventStream, type StreamEvent } from "#app/http/event-stream.server.ts";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { readText } from "#app/http/form.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { askMaterial, type AskEvent, type AskRefusal } from "#app/services/retrieval/ask-material.server.ts";

async function* eventsOf(events: AsyncIterable<AskEvent>): AsyncIterable<StreamEvent> {
  for await (const { kind, ...data } of events) yield { event: kind, data };
}

function explainRefusal(refusal: AskRefusal): { status: number; message: string } {
  switch (refusal.reason) {
    case "no-key":
      return {
        status: 409,
        message: "Asking needs a key for a model, and this installation has none. Search works without.",
      };
    case "too-many": {
      const minutes = Math.ceil(refusal.waitMs / 60_000);
      return {
        status: 429,
        message: `That was many questions at once. Ask again in ${minutes} minute${minutes === 1 ? "" : "s"}; search goes on.`,
      };
    }
    default:
      return { status: 400, message: "There is nothing here to ask: put it in a few words of English." };
  }
}

// Whoever is signed in or works as a guest may ask, so many times in ten minutes; a stranger may search. `sentence` comes
// for each that holds, then `done` or `fault`, and nothing more.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const question = readText(await request.formData(), "q").trim();
  const left = new AbortController();
  const asked = await askMaterial(viewer, question, { signal: AbortSignal.any([request.signal, left.signal]) });
  if (!asked.ok) {
    const { status, message } = explainRefusal(asked);
    throw new Response(message, { status });
  }
  return eventStream(request, (signal) => {
    signal.addEventListener("abort", () => left.abort());
    return eventsOf(asked.events);
  });
}

export const loader = refuseToShow;
