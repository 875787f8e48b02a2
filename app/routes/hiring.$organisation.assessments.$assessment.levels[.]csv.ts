import type { LoaderFunctionArgs } from "@remix-run/node";
import { parseLevelsCursor } from "#app/domain/hiring/levels-file.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { streamFile } from "#app/http/streamed-file.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { exportLevels } from "#app/services/hiring/export/export-levels.server.ts";

function readCursor(query: URLSearchParams) {
  const given = query.get("after");
  if (given === null) return null;
  const after = parseLevelsCursor(given);
  if (after) return after;
  throw new Response("“after” is the cursor at the end of the last whole row of the file that broke off.", {
    status: 400,
    statusText: "Bad Request",
  });
}

// For the organisation's admins; names only with names=1, which is written into the log.
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "export_results");
  const query = new URL(request.url).searchParams;
  const parts = requireFound(
    await exportLevels(viewer, {
      organisation: membership.organisationId,
      assessmentId: params.assessment ?? "",
      names: query.get("names") === "1",
      after: readCursor(query),
    }),
  );
  return streamFile({ name: "levels.csv", type: "text/csv; charset=utf-8", parts }, context);
}
