import type { AppLoadContext } from "@remix-run/node";

type StreamedFile = {
  name: string;
  type: "text/csv; charset=utf-8" | "application/json; charset=utf-8";
  /** Read part by part, each when the one before has left. */
  parts: AsyncGenerator<string>;
};

/** A file for the browser to keep, however long: a part at a time is in memory, and none is read for a reader who left. */
export function streamFile({ name, type, parts }: StreamedFile, { outgoing }: AppLoadContext): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = (await outgoing.whenDrained()) ? await parts.next() : await parts.return(undefined);
        if (part.done) controller.close();
        else controller.enqueue(encoder.encode(part.value));
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
