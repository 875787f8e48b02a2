import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileResponse } from "#app/http/file-response.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { exportScenarios } from "#app/services/authoring/files/export-scenarios.server.ts";

// For authors of the organisation: the drafts hold rubrics and strong answers.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  return fileResponse(requireFound(await exportScenarios(viewer, membership.handle)));
}
