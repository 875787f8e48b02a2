import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileResponse } from "#app/http/file-response.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { exportScenario } from "#app/services/authoring/files/export-scenarios.server.ts";

/** `?version=3`; the draft without it. A version that is none is one that is not there. */
function readVersion(search: URLSearchParams): number | null {
  const given = search.get("version");
  if (given === null || given === "") return null;
  return /^[1-9]\d{0,5}$/.test(given) ? Number(given) : 0;
}

// For authors of the organisation: the files hold the rubric and strong answers.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  const version = readVersion(new URL(request.url).searchParams);
  const wanted = { organisation: membership.handle, slug: params.slug ?? "", version };
  return fileResponse(requireFound(await exportScenario(viewer, wanted)));
}
