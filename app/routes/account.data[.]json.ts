import type { LoaderFunctionArgs } from "@remix-run/node";
import { streamFile } from "#app/http/streamed-file.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { exportOwnData } from "#app/services/accounts/data/export-own-data.server.ts";

// For whoever has done anything here, guests too, about themselves.
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const parts = exportOwnData(viewer);
  return streamFile({ name: "tradeoff-data.json", type: "application/json; charset=utf-8", parts }, context);
}
