import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";

/** What a session is a part of, as its candidate is told in the room. */
export type SessionAssessment = {
  candidacyId: string;
  name: string;
  organisation: string;
  /** Null for the warm-up. */
  part: number | null;
  parts: number;
};

/** Null where a session is of no assessment, absent, or not the viewer's. */
export async function findAssessmentOf(viewer: Viewer, sessionId: string): Promise<SessionAssessment | null> {
  const session = await db().session.findFirst({
    where: { id: sessionId, userId: viewer.id, candidacyId: { not: null } },
    select: {
      candidacyId: true,
      part: { select: { position: true } },
      candidacy: {
        select: {
          assessment: {
            select: { name: true, organisation: { select: { name: true } }, _count: { select: { parts: true } } },
          },
        },
      },
    },
  });
  if (!session?.candidacy || session.candidacyId === null) return null;
  const { name, organisation, _count } = session.candidacy.assessment;
  const part = session.part?.position ?? null;
  return { candidacyId: session.candidacyId, name, organisation: organisation.name, part, parts: _count.parts };
}
