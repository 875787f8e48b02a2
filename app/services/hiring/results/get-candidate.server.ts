import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { FeedbackPolicySchema } from "#app/domain/hiring/assessment.ts";
import type { CandidateView, PartProgress } from "#app/domain/hiring/candidate-view.ts";
import { readOutcome } from "#app/domain/hiring/decision.ts";
import { countChangedSince, suggestWords } from "#app/domain/hiring/feedback.ts";
import { db } from "#app/db/client.server.ts";
import { noteSeen } from "#app/services/hiring/audit/write-audit.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";
import { findCandidate, sessionAt, type CandidateAt, type FoundCandidate } from "./find-candidate.server.ts";
import { findNames } from "./find-names.server.ts";
import { readPart } from "./read-part.server.ts";
import { readSettledParts } from "./read-settled-parts.server.ts";
import { readVersions } from "./send-feedback.server.ts";

export type CandidatePage = {
  membership: Membership;
  assessment: { id: string; name: string };
  candidate: CandidateView;
};

async function listParts(found: FoundCandidate): Promise<PartProgress[]> {
  const { assessment } = found;
  const parts = await Promise.all(
    assessment.parts.map(async ({ position, scenarioHash }): Promise<PartProgress[]> => {
      const session = sessionAt(found, position);
      if (session?.reviewState == null) return [];
      const { title } = await getVersion(scenarioHash);
      const { reviewState: state, reviewsGiven: given } = session;
      return [{ position, title, state, given, wanted: assessment.reviewersPerSession }];
    }),
  );
  return parts.flat();
}

async function listDecisions(candidacyId: string) {
  const rows = await db().decision.findMany({ where: { candidacyId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const nameOf = await findNames(rows.map(({ byId }) => byId));
  return rows.map(({ outcome, reason, byId, createdAt }) => ({
    outcome: readOutcome(outcome),
    reason,
    by: nameOf(byId),
    at: createdAt.toISOString(),
  }));
}

async function viewComplete(found: FoundCandidate, position: number) {
  const { candidacy, assessment } = found;
  const session = sessionAt(found, position);
  const part = session && (await readPart(found, { position, sessionId: session.id }));
  if (!part) return null;
  const [user, decisions, settled] = await Promise.all([
    db().user.findUniqueOrThrow({ where: { id: candidacy.userId }, select: { name: true } }),
    listDecisions(candidacy.id),
    readSettledParts(found),
  ]);
  const sent = readVersions(candidacy.feedback);
  const newest = sent.at(-1);
  return {
    isComplete: true as const,
    name: user.name,
    handedInAt: candidacy.handedInAt?.toISOString() ?? null,
    part,
    decisions,
    policy: FeedbackPolicySchema.parse(assessment.feedback),
    sent,
    changedSince: newest ? countChangedSince(newest, settled) : 0,
    words: newest?.words ?? suggestWords(settled),
  };
}

/**
 * One candidate at one of the parts. While any session of theirs is under review there is a code and how far the reviewing
 * has come, and nothing else; the name that is told after it is noted. Null where it is absent or not the viewer's to see.
 */
export async function getCandidate(
  viewer: Viewer,
  { part, ...at }: CandidateAt & { part: number | null },
): Promise<CandidatePage | null> {
  const found = await findCandidate(viewer, { ...at, action: "see_results" });
  if (!found) return null;
  const { membership, assessment, candidacy } = found;
  const parts = await listParts(found);
  const { code } = candidacy;
  const head = { code, parts };
  const page = { membership, assessment: { id: assessment.id, name: assessment.name } };
  if (!found.isComplete) return { ...page, candidate: { ...head, isComplete: false } };
  const position = parts.find((each) => each.position === part)?.position ?? parts[0]?.position;
  const complete = position === undefined ? null : await viewComplete(found, position);
  if (!complete) return null;
  const note = { organisationId: membership.organisationId, assessmentId: assessment.id, candidacyId: candidacy.id };
  await noteSeen(db(), viewer, { ...note, action: "candidate.see" });
  return { ...page, candidate: { ...head, ...complete } };
}
