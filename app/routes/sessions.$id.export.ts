import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileNameOf, writeSession } from "#app/components/export/session-markdown.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { exportSession } from "#app/services/grading/export-session.server.ts";

// Only the candidate of the session, and only once it is over.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const written = requireFound(await exportSession(viewer, params.id ?? ""));
  return new Response(writeSession(written), {
    headers: {
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": `attachment; filename="${fileNameOf(written)}"`,
      "cache-control": "private, no-store",
    },
  });
}
