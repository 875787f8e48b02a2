import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireFound } from "#app/http/not-found.server.ts";
import { streamFile } from "#app/http/streamed-file.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { exportCalls } from "#app/services/usage/export-calls.server.ts";

// For the organisation's admins.
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const parts = requireFound(exportCalls(viewer, { organisation: params.organisation ?? "" }));
  return streamFile({ name: "calls.csv", type: "text/csv; charset=utf-8", parts }, context);
}
