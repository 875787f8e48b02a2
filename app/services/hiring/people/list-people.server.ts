import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { isTaking } from "#app/domain/hiring/assessment.ts";
import { assessInvitationState, type AssessInvitationState } from "#app/domain/hiring/invitation.ts";
import { personState, type PersonState } from "#app/domain/hiring/person.ts";
import { db } from "#app/db/client.server.ts";
import type { AssessmentInvitation, Prisma } from "#app/db/generated/client.ts";
import {
  type AssessmentRow,
  findAssessment,
  type WantedAssessment,
} from "#app/services/hiring/assessments/find-assessment.server.ts";
import { noteSeen } from "#app/services/hiring/audit/write-audit.server.ts";

// Names and how far each has come, and nothing that leads to what somebody wrote: no code, no level, no session, and no
// moment at which something was handed in, by which a transcript could be told.

type ListedOffer = {
  invitationId: string;
  extraTimePercent: number;
  sentAt: string;
  expiresAt: string;
  state: AssessInvitationState;
};
export type ListedAddress = ListedOffer & { email: string };
export type ListedLink = ListedOffer & { label: string; uses: number; mostUses: number };

export type ListedPerson = {
  candidacyId: string;
  name: string;
  email: string;
  state: PersonState;
  partsFinished: number;
  extraTimePercent: number;
  asksForDeletion: boolean;
};

export type People = {
  membership: Membership;
  assessment: { id: string; name: string; parts: number; state: AssessmentRow["state"]; isTaking: boolean };
  links: ListedLink[];
  invited: ListedAddress[];
  nextInvited: string | null;
  people: ListedPerson[];
  nextPeople: string | null;
};

const shown = 50;
const mostLinks = 100;

function offerOf(
  { id, extraTimePercent, createdAt, expiresAt, ...rest }: AssessmentInvitation,
  now: Date,
): ListedOffer {
  return {
    invitationId: id,
    extraTimePercent,
    sentAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    state: assessInvitationState({ ...rest, expiresAt }, now),
  };
}

async function listLinks(assessmentId: string, now: Date): Promise<ListedLink[]> {
  const rows = await db().assessmentInvitation.findMany({
    where: { assessmentId, email: null, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostLinks,
  });
  return rows.map((row) => ({ ...offerOf(row, now), label: row.label, uses: row.uses, mostUses: row.mostUses }));
}

/** Rows before the one named, newest first; a row that is gone begins the list anew. */
type Before = { id: string; at: Date } | null;
const beforeBy = (column: "createdAt" | "acknowledgedAt", last: Before) =>
  last && { OR: [{ [column]: { lt: last.at } }, { [column]: last.at, id: { lt: last.id } }] };

/** Of these addresses, whose have come already, by a link or another invitation. */
async function listCome(assessmentId: string, emails: string[]): Promise<Set<string>> {
  const rows = await db().candidacy.findMany({
    where: { assessmentId, user: { email: { in: emails } } },
    select: { user: { select: { email: true } } },
  });
  return new Set(rows.map(({ user }) => user.email));
}

async function listInvited(assessmentId: string, { after, now }: { after: string | null; now: Date }) {
  const last = after ? await db().assessmentInvitation.findFirst({ where: { id: after, assessmentId } }) : null;
  const rows = await db().assessmentInvitation.findMany({
    where: {
      assessmentId,
      email: { not: null },
      uses: 0,
      revokedAt: null,
      ...beforeBy("createdAt", last && { id: last.id, at: last.createdAt }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: shown + 1,
  });
  const page = rows.slice(0, shown);
  const come = await listCome(
    assessmentId,
    page.flatMap(({ email }) => email ?? []),
  );
  const invited = page.flatMap((row) =>
    row.email && !come.has(row.email) ? [{ ...offerOf(row, now), email: row.email }] : [],
  );
  return { invited, nextInvited: rows.length > shown ? (page.at(-1)?.id ?? null) : null };
}

const withProgress = {
  user: { select: { name: true, email: true } },
  sessions: { where: { partId: { not: null } }, select: { partId: true, finishedAt: true } },
} satisfies Prisma.CandidacyInclude;

type Row = Prisma.CandidacyGetPayload<{ include: typeof withProgress }>;

function personOf({ id, user, sessions, extraTimePercent, ...row }: Row): ListedPerson {
  const finished = new Set(sessions.filter(({ finishedAt }) => finishedAt !== null).map(({ partId }) => partId));
  return {
    candidacyId: id,
    name: user.name,
    email: user.email,
    state: personState({ ...row, hasBegun: sessions.length > 0 }),
    partsFinished: finished.size,
    extraTimePercent,
    asksForDeletion: row.deletionAskedAt !== null,
  };
}

async function listBegun(assessmentId: string, after: string | null) {
  const last = after ? await db().candidacy.findFirst({ where: { id: after, assessmentId } }) : null;
  const rows = await db().candidacy.findMany({
    where: { assessmentId, ...beforeBy("acknowledgedAt", last && { id: last.id, at: last.acknowledgedAt }) },
    orderBy: [{ acknowledgedAt: "desc" }, { id: "desc" }],
    take: shown + 1,
    include: withProgress,
  });
  const people = rows.slice(0, shown).map(personOf);
  return { people, nextPeople: rows.length > shown ? (people.at(-1)?.candidacyId ?? null) : null };
}

type Wanted = WantedAssessment & { after?: string | null; invitedAfter?: string | null; now?: Date };

/** Who is invited to an assessment and who has come. Looking at it is noted. Null for whoever may not. */
export async function listPeople(
  viewer: Viewer,
  { after = null, invitedAfter = null, now = new Date(), ...wanted }: Wanted,
): Promise<People | null> {
  const found = await findAssessment(viewer, { ...wanted, action: "see_people" });
  if (found === null) return null;
  const { membership, assessment } = found;
  const { id, name, state, parts, organisationId } = assessment;
  await noteSeen(db(), viewer, { organisationId, assessmentId: id, action: "people.see" });
  return {
    membership,
    assessment: { id, name, state, parts: parts.length, isTaking: isTaking(assessment, now) },
    links: await listLinks(id, now),
    ...(await listInvited(id, { after: invitedAfter, now })),
    ...(await listBegun(id, after)),
  };
}
