import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { exportCalls } from "#app/services/usage/export-calls.server.ts";

// For the organisation's admins.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const rows = requireFound(exportCalls(viewer, { organisation: params.organisation ?? "" }));
  return new Response(createReadableStreamFromReadable(Readable.from(rows)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="calls.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
