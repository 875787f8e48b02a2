import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { pagePath } from "#app/components/studio/pages/page-path.ts";
import type { SaveReply } from "#app/components/studio/saving/put-texts.ts";
import { longestPage } from "#app/domain/content/organisation-page.ts";
import { storable } from "#app/domain/text/storable.ts";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { savePage } from "#app/services/organisation-pages/save-page.server.ts";

const SaveSchema = z.object({
  changes: z.object({ [pagePath]: z.string().max(longestPage).transform(storable).optional() }),
  seenRevision: z.int().min(0),
});

export const loader = refuseToShow;

// For authors of the organisation: what is typed is kept as a draft, unless somebody else has changed it meanwhile.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "write_page");
  const sent = SaveSchema.safeParse(await request.json().catch(() => null));
  const text = sent.data?.changes[pagePath];
  if (!sent.success || text === undefined) {
    return new Response(
      `What was sent could not be read, or it is longer than ${longestPage.toLocaleString("en")} characters.`,
      { status: 400 },
    );
  }
  const { seenRevision } = sent.data;
  const wanted = { organisation: membership.handle, slug: params.page ?? "" };
  const saved = requireFound(await savePage(viewer, { ...wanted, text, seenRevision }));
  if (saved.ok) return reply({ ok: true, revision: saved.revision, savedAt: saved.editedAt.toISOString() }, 200);
  const { theirs } = saved;
  const { revision, editedBy } = theirs;
  const server = { texts: { [pagePath]: theirs.text }, revision, savedAt: theirs.editedAt.toISOString(), editedBy };
  return reply({ ok: false, theirs: server }, 409);
}

function reply(said: SaveReply, status: number): Response {
  return Response.json(said, { status });
}
