import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { isTaking } from "#app/domain/hiring/assessment.ts";
import { assessInvitationState, type AssessInvitationState } from "#app/domain/hiring/invitation.ts";
import { fewestToHideAmong, personState, type PersonState } from "#app/domain/hiring/person.ts";
import { db } from "#app/db/client.server.ts";
import type { AssessmentInvitation, Prisma } from "#app/db/generated/client.ts";
import {
  type AssessmentRow,
  findAssessment,
  type WantedAssessment,
} from "#app/services/hiring/assessments/find-assessment.server.ts";
import { noteSeen } from "#app/services/hiring/audit/write-audit.server.ts";

// Names, and nothing that leads to what somebody wrote: no code, no level, no session, no moment at which something was
// begun or handed in, and no order in which it was.

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
  extraTimePercent: number;
  asksForDeletion: boolean;
};

export type People = {
  membership: Membership;
  assessment: { id: string; name: string; state: AssessmentRow["state"]; isTaking: boolean };
  links: ListedLink[];
  invited: ListedAddress[];
  nextInvited: string | null;
  people: ListedPerson[];
  nextPeople: string | null;
  /** So few that whoever knows who was invited can tell whose answers they read. */
  areFew: boolean;
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

/** Of these addresses, whose have come already, by a link or another invitation. */
async function listCome(assessmentId: string, emails: string[]): Promise<Set<string>> {
  const rows = await db().candidacy.findMany({
    where: { assessmentId, user: { email: { in: emails } } },
    select: { user: { select: { email: true } } },
  });
  return new Set(rows.map(({ user }) => user.email));
}

async function listInvited(assessmentId: string, { after, now }: { after: string | null; now: Date }) {
  // A row that is gone begins the list anew.
  const last = after ? await db().assessmentInvitation.findFirst({ where: { id: after, assessmentId } }) : null;
  const rows = await db().assessmentInvitation.findMany({
    where: {
      assessmentId,
      email: { not: null },
      uses: 0,
      revokedAt: null,
      ...(last && {
        OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }],
      }),
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

const withReviewing = {
  user: { select: { name: true, email: true } },
  sessions: { where: { reviewState: { in: ["waiting", "adjudicating"] } }, select: { id: true }, take: 1 },
} satisfies Prisma.CandidacyInclude;

type Row = Prisma.CandidacyGetPayload<{ include: typeof withReviewing }>;

function personOf(row: Row): ListedPerson {
  const { id: candidacyId, user, sessions, extraTimePercent } = row;
  return {
    candidacyId,
    name: user.name,
    email: user.email,
    state: personState({ ...row, isReviewed: sessions.length === 0 }),
    extraTimePercent,
    asksForDeletion: row.deletionAskedAt !== null,
  };
}

/** By name: the order in which they began, or handed in, would be that of the codes. */
async function listBegun(assessmentId: string, after: string | null) {
  const last = after
    ? await db().candidacy.findFirst({ where: { id: after, assessmentId }, include: { user: true } })
    : null;
  const rows = await db().candidacy.findMany({
    where: {
      assessmentId,
      ...(last && {
        OR: [{ user: { name: { gt: last.user.name } } }, { user: { name: last.user.name }, id: { gt: last.id } }],
      }),
    },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    take: shown + 1,
    include: withReviewing,
  });
  const people = rows.slice(0, shown).map(personOf);
  return { people, nextPeople: rows.length > shown ? (people.at(-1)?.candidacyId ?? null) : null };
}

async function areFew(assessmentId: string): Promise<boolean> {
  const taking = await db().candidacy.count({ where: { assessmentId, withdrawnAt: null }, take: fewestToHideAmong });
  return taking > 0 && taking < fewestToHideAmong;
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
  const { id, name, state, organisationId } = assessment;
  await noteSeen(db(), viewer, { organisationId, assessmentId: id, action: "people.see" });
  return {
    membership,
    assessment: { id, name, state, isTaking: isTaking(assessment, now) },
    links: await listLinks(id, now),
    ...(await listInvited(id, { after: invitedAfter, now })),
    ...(await listBegun(id, after)),
    areFew: await areFew(id),
  };
}
