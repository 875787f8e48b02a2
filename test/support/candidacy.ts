import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { getNotice } from "#app/services/hiring/assessments/get-notice.server.ts";
import { beginCandidacy, noticeKey } from "#app/services/hiring/candidacy/begin-candidacy.server.ts";
import { startPart } from "#app/services/hiring/candidacy/start-part.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { drawInvitationToken, hashInvitationToken } from "#app/services/organisations/invitation-token.server.ts";
import { answer } from "#test/support/session.ts";

// Candidates on their way through an assessment, through the services that their pages call.

const dayMs = 86_400_000;

type Invited = { email?: string | null; mostUses?: number; extraTimePercent?: number; days?: number };

/** A link, or an invitation by address, and its token. */
export async function makeInvitation(assessmentId: string, { days = 7, ...wanted }: Invited = {}): Promise<string> {
  const token = drawInvitationToken();
  const expiresAt = new Date(Date.now() + days * dayMs);
  const data = { assessmentId, tokenHash: hashInvitationToken(token), expiresAt, ...wanted };
  await db().assessmentInvitation.create({ data });
  return token;
}

/** Acknowledges what is told, as it is told now. */
export async function acknowledge(viewer: Viewer, token: string) {
  const invitation = await db().assessmentInvitation.findUniqueOrThrow({
    where: { tokenHash: hashInvitationToken(token) },
  });
  const notice = await getNotice(invitation);
  return beginCandidacy(viewer, { token, noticeKey: noticeKey(notice) });
}

/** Somebody who has followed a link of their own and read the notice. */
export async function beginBy(viewer: Viewer, assessmentId: string, invited: Invited = {}): Promise<string> {
  const begun = await acknowledge(viewer, await makeInvitation(assessmentId, invited));
  if (!begun.ok) throw new Error(`Not let in: ${begun.reason}.`);
  return begun.candidacyId;
}

/** An attempt at a part, from its start to its end, which comes after the answers. */
export async function takePart(
  viewer: Viewer,
  { candidacyId, partId, answers }: { candidacyId: string; partId: string; answers: readonly string[] },
): Promise<string> {
  const started = await startPart(viewer, { candidacyId, partId });
  if (!started?.ok) throw new Error(`The part did not begin: ${started?.reason}.`);
  for (const text of answers) await answer(viewer, started.sessionId, text);
  await finishSession(viewer, started.sessionId);
  return started.sessionId;
}

/** Somebody's way through an assessment, and an interview of it that is under way. */
export async function beginExample(viewer: Viewer, assessmentId: string) {
  const candidacy = await beginBy(viewer, assessmentId);
  const { id: partId } = await db().assessmentPart.findFirstOrThrow({ where: { assessmentId } });
  const started = await startPart(viewer, { candidacyId: candidacy, partId });
  if (!started?.ok) throw new Error("The part did not begin.");
  return { candidacy, assessedSession: started.sessionId };
}
