import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { SaveReply } from "#app/components/studio/saving/put-texts.ts";
import { DraftFilesSchema } from "#app/domain/authoring/draft.ts";
import { applyChanges } from "#app/domain/authoring/merging.ts";
import { storable } from "#app/domain/text/storable.ts";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { checkDrawings } from "#app/services/authoring/check-drawings.server.ts";
import { findAuthored } from "#app/services/authoring/find-authored.server.ts";
import { saveDraft } from "#app/services/authoring/save-draft.server.ts";

const SaveSchema = z.object({
  /** The files that changed on top of `seenRevision`; null removes one. */
  changes: z.record(z.string(), z.string().transform(storableLines).nullable()),
  seenRevision: z.int().min(0),
});

/** As it can be kept, with the line ends the file has. */
function storableLines(text: string): string {
  return text.split("\r\n").map(storable).join("\r\n");
}

export const loader = refuseToShow;

// Only authors of the organisation may save a draft.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const { organisation = "", slug = "" } = params;
  const found = requireFound(await findAuthored(viewer, { organisation, slug, action: "write_scenario" }));
  const sent = SaveSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return new Response("What was sent could not be read.", { status: 400 });
  const { changes, seenRevision } = sent.data;
  // An older revision is refused by the service, whatever the files would be.
  const files = DraftFilesSchema.safeParse(applyChanges(found.authored.files, changes));
  if (!files.success) return new Response(firstProblem(files.error), { status: 400 });
  const saved = requireFound(await saveDraft(viewer, { organisation, slug, files: files.data, seenRevision }));
  if (saved.ok) {
    const problems = await checkDrawings(found.address, files.data);
    return reply({ ok: true, revision: saved.revision, savedAt: saved.editedAt.toISOString(), problems }, 200);
  }
  const { theirs } = saved;
  const server = { texts: theirs.files, revision: theirs.revision, savedAt: theirs.editedAt.toISOString() };
  return reply({ ok: false, theirs: { ...server, editedBy: theirs.editedBy } }, 409);
}

function reply(said: SaveReply, status: number): Response {
  return Response.json(said, { status });
}

function firstProblem({ issues: [issue] }: z.ZodError): string {
  return [issue?.path[0], issue?.message].filter(Boolean).join(": ");
}
