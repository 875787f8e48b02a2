import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { DraftSchema } from "#app/domain/interview/draft.ts";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { saveDraft } from "#app/services/interview/save-draft.server.ts";

const SaveSchema = z.object({ draft: DraftSchema, revision: z.int().min(0) });

export const loader = refuseToShow;

// Only the candidate of the session may save what they type.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const sent = SaveSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return Response.json({ problem: z.prettifyError(sent.error) }, { status: 400 });
  const saved = requireFound(await saveDraft(viewer, { sessionId: params.id ?? "", ...sent.data }));
  return Response.json(saved, { status: saved.ok ? 200 : 409 });
}
