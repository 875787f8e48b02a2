import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import {
  type AssessmentSettings,
  dayOf,
  FeedbackPolicySchema,
  isTaking,
  listMissing,
} from "#app/domain/hiring/assessment.ts";
import type { Notice } from "#app/domain/hiring/notice.ts";
import { db } from "#app/db/client.server.ts";
import type { AssessmentState } from "#app/db/generated/client.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { type AssessmentRow, findAssessment, type WantedAssessment } from "./find-assessment.server.ts";
import { getNotice } from "./get-notice.server.ts";
import { findVersionAt } from "./list-choices.server.ts";

export type ShownPart = { hash: string; slug: string; title: string; minutes: number; number: number | null };

export type AssessmentCounts = {
  invited: number;
  underWay: number;
  handedIn: number;
  sessions: number;
  reviewed: number;
};

export type AssessmentOverview = {
  membership: Membership;
  assessmentId: string;
  state: AssessmentState;
  isTaking: boolean;
  hasCandidates: boolean;
  settings: AssessmentSettings;
  parts: ShownPart[];
  warmUpTitle: string | null;
  missing: string[];
  counts: AssessmentCounts;
  notice: Notice;
};

function settingsOf({ parts, deadline, feedback, ...row }: AssessmentRow): AssessmentSettings {
  const { name, attempts, retentionDays, reviewersPerSession, modelMayGrade, gateKappa, gateLeast } = row;
  const { hideUnvalidated, warmUp, about, contact } = row;
  return {
    name,
    attempts,
    retentionDays,
    reviewersPerSession,
    modelMayGrade,
    gateKappa,
    gateLeast,
    hideUnvalidated,
    warmUp,
    about,
    contact,
    parts: parts.map(({ scenarioHash, minutes }) => ({ scenarioHash, minutes })),
    deadline: deadline && dayOf(deadline),
    feedback: FeedbackPolicySchema.parse(feedback),
  };
}

async function listParts({ id: assessmentId, organisationId }: AssessmentRow): Promise<ShownPart[]> {
  const parts = await db().assessmentPart.findMany({
    where: { assessmentId },
    include: {
      scenarioVersion: {
        include: { published: { where: { scenario: { organisationId } }, select: { number: true }, take: 1 } },
      },
    },
    orderBy: { position: "asc" },
  });
  return parts.map(({ scenarioHash: hash, slug, minutes, scenarioVersion }) => ({
    hash,
    slug,
    minutes,
    title: readVersion(scenarioVersion).title,
    number: scenarioVersion.published[0]?.number ?? null,
  }));
}

/** Without a name in it: how many, for everybody in the team. */
async function count(assessmentId: string, now: Date): Promise<AssessmentCounts> {
  const open = { assessmentId, email: { not: null }, uses: 0, revokedAt: null, expiresAt: { gt: now } };
  const handedIn = { candidacy: { assessmentId }, reviewState: { not: null } };
  const [invited, underWay, handed, sessions, reviewed] = [
    await db().assessmentInvitation.count({ where: open }),
    await db().candidacy.count({ where: { assessmentId, handedInAt: null, withdrawnAt: null } }),
    await db().candidacy.count({ where: { assessmentId, handedInAt: { not: null } } }),
    await db().session.count({ where: handedIn }),
    await db().session.count({ where: { ...handedIn, reviewState: "complete" } }),
  ];
  return { invited, underWay, handedIn: handed, sessions, reviewed };
}

/** One assessment as the team sees it. Null where it is absent, and for whoever does not see the organisation's hiring. */
export async function getOverview(
  viewer: Viewer,
  { now = new Date(), ...wanted }: WantedAssessment & { now?: Date },
): Promise<AssessmentOverview | null> {
  const found = await findAssessment(viewer, { ...wanted, action: "see_hiring" });
  if (found === null) return null;
  const { assessment, membership } = found;
  const { id: assessmentId, organisationId, state, warmUp } = assessment;
  return {
    membership,
    assessmentId,
    state,
    isTaking: isTaking(assessment, now),
    hasCandidates: (await db().candidacy.count({ where: { assessmentId }, take: 1 })) > 0,
    settings: settingsOf(assessment),
    parts: await listParts(assessment),
    warmUpTitle: warmUp && ((await findVersionAt(db(), { organisationId, address: warmUp }))?.scenario.title ?? warmUp),
    missing: state === "draft" ? listMissing(assessment, now) : [],
    counts: await count(assessmentId, now),
    notice: await getNotice({ assessmentId }),
  };
}
