import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { longestPage } from "#app/domain/content/organisation-page.ts";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { previewPage } from "#app/services/organisation-pages/get-page.server.ts";

const PreviewSchema = z.object({ text: z.string().max(longestPage) });

export const loader = refuseToShow;

// For authors of the organisation: a page that is being written, read and rendered as its readers will see it. Nothing is
// kept.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "write_page");
  const sent = PreviewSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return new Response("What was sent could not be read.", { status: 400 });
  const wanted = { organisation: membership.handle, slug: params.page ?? "", text: sent.data.text };
  return Response.json(requireFound(await previewPage(viewer, wanted)));
}
