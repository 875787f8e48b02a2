import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { EndedReviewing } from "#app/domain/hiring/level-change.ts";
import { enqueueMeasuring } from "#app/services/hiring/agreement/enqueue-measuring.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { settleSession } from "#app/services/hiring/levels/settle-session.server.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { lockSession } from "#app/services/hiring/queue/lock-session.server.ts";
import { findCandidate, sessionAt, type CandidateAt } from "./find-candidate.server.ts";

type Asked = CandidateAt & { part: number; reason: string; now?: Date };

export type EndedEarly =
  { ok: true; state: "adjudicating" | "complete" } | { ok: false; reason: "none_given" | "ended" };

/**
 * Takes the reviews there are as enough, with a reason. At least one person's levels are needed: without any there would be
 * nothing that counts. Null where it is absent or not the viewer's to end.
 */
export async function endReviewing(
  viewer: Viewer,
  { part, reason, now = new Date(), ...at }: Asked,
): Promise<EndedEarly | null> {
  const found = await findCandidate(viewer, { ...at, action: "change_level" });
  const session = found && sessionAt(found, part);
  if (!found || !session) return null;
  const { organisationId } = found.membership;
  const wanted = found.assessment.reviewersPerSession;
  const ended = await holdMembership(
    viewer,
    { organisation: organisationId, action: "change_level" },
    async (tx): Promise<EndedEarly | null> => {
      const locked = await lockSession(tx, viewer, { organisationId, sessionId: session.id });
      if (locked === null) return null;
      if (locked.reviewState !== "waiting") return { ok: false, reason: "ended" };
      const given = await tx.review.count({ where: { sessionId: session.id, kind: "independent", appealId: null } });
      if (given === 0) return { ok: false, reason: "none_given" };
      const endedEarly: EndedReviewing = { byId: viewer.id, at: now.toISOString(), reason, given, wanted };
      await tx.session.update({ where: { id: session.id }, data: { endedEarly } });
      const settled = await settleSession(tx, session.id, { endReviewing: true });
      await writeAudit(tx, viewer, {
        organisationId,
        action: "review.close-early",
        assessmentId: found.assessment.id,
        candidacyId: found.candidacy.id,
        sessionId: session.id,
        details: { given, wanted },
        at: now,
      });
      return { ok: true, state: settled?.state === "adjudicating" ? "adjudicating" : "complete" };
    },
  );
  if (ended?.ok) await enqueueMeasuring({ organisationId, scenarioHash: session.scenarioHash }, now);
  return ended;
}
