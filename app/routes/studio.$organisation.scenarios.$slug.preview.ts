import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { mostFileCharacters } from "#app/domain/authoring/draft.ts";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { findAuthored } from "#app/services/authoring/find-authored.server.ts";
import { renderMarkdown } from "#app/services/library/render-markdown.server.ts";

const PreviewSchema = z.object({ markdown: z.string().max(mostFileCharacters) });

export const loader = refuseToShow;

// Only authors of the organisation: a brief that is being written, rendered as candidates will see it. Nothing is kept.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const { organisation = "", slug = "" } = params;
  requireFound(await findAuthored(viewer, { organisation, slug, action: "write_scenario" }));
  const sent = PreviewSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return new Response("What was sent could not be read.", { status: 400 });
  return Response.json({ blocks: await renderMarkdown(sent.data.markdown) });
}
