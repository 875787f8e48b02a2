// Server-sent events: a response that stays open while something is under way. Comments at intervals keep proxies from
// closing it, and a visitor who leaves ends the work behind it.
import { log } from "#app/log.server.ts";

export type StreamEvent = { event: string; data: unknown };

const heartbeatMs = 15_000;

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  // `no-transform` also keeps the compression of the server from holding words back.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** One event in the wire format. JSON holds no line breaks, so one data line is enough. */
export function formatEvent({ event, data }: StreamEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** `follow` is given a signal that ends with the visit; a null means that there is nothing to follow: 404. */
export async function eventStream(
  request: Request,
  follow: (signal: AbortSignal) => AsyncIterable<StreamEvent> | null | Promise<AsyncIterable<StreamEvent> | null>,
): Promise<Response> {
  const left = new AbortController();
  const signal = AbortSignal.any([request.signal, left.signal]);
  const events = await follow(signal);
  if (events === null) throw new Response("There is nothing here, or it is not yours.", { status: 404 });

  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => write(": still here\n\n"), heartbeatMs);
      heartbeat.unref();
      try {
        for await (const event of events) write(formatEvent(event));
      } catch (error) {
        // The browser connects again by itself, and what is followed goes on from where it is.
        if (!signal.aborted) log().error({ err: error, path: new URL(request.url).pathname }, "a stream broke");
      } finally {
        clearInterval(heartbeat);
        if (!left.signal.aborted) controller.close();
      }
    },
    cancel() {
      left.abort();
    },
  });
  return new Response(body, { headers });
}
