import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { ReviewDraftSchema } from "#app/domain/review/review-draft.ts";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { requireReviewed } from "#app/http/gone.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { findGone } from "#app/services/hiring/queue/find-gone.server.ts";
import { saveReviewDraft } from "#app/services/hiring/review/save-review-draft.server.ts";

const SaveSchema = z.object({ draft: ReviewDraftSchema, revision: z.int().min(0) });

export const loader = refuseToShow;

// Only for a reviewer of the organisation who has taken the session.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "review_assessment");
  const sent = SaveSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return Response.json({ problem: z.prettifyError(sent.error) }, { status: 400 });
  const wanted = { organisation: membership.organisationId, sessionId: params.session ?? "" };
  const saved = await requireReviewed(await saveReviewDraft(viewer, { ...wanted, ...sent.data }), () =>
    findGone(viewer, wanted),
  );
  return Response.json(saved, { status: saved.ok ? 200 : 409 });
}
