import {
  detailWords,
  isOnPeopleSide,
  serverActor,
  type AuditCursor,
  type AuditFilter,
  type AuditRow,
} from "#app/domain/hiring/audit-log.ts";
import { db } from "#app/db/client.server.ts";
import type { AuditEntry, Prisma } from "#app/db/generated/client.ts";

/** Far above what happens to a session, should its record be read every hour for a year. */
const mostOfASession = 10_000;

function whereOf(organisationId: string, { action, assessmentId, personId }: AuditFilter): Prisma.AuditEntryWhereInput {
  const by =
    personId === null
      ? {}
      : // Whoever is a member and was a candidate somewhere is not found by what they did as a candidate.
        {
          actorId: personId === serverActor ? null : personId,
          NOT: [{ action: { startsWith: "candidacy." } }, { action: "appeal.make" }],
        };
  return { organisationId, ...(action && { action }), ...(assessmentId && { assessmentId }), ...by };
}

const idsOf = (values: readonly (string | null)[]) => [...new Set(values.flatMap((value) => value ?? []))];

const blindOf = {
  id: true,
  code: true,
  userId: true,
  handedInAt: true,
  sessions: { where: { reviewState: { in: ["waiting", "adjudicating"] } }, select: { id: true }, take: 1 },
} satisfies Prisma.CandidacySelect;

/** What a page of entries is about, each kind read once. */
async function readAbout(entries: readonly AuditEntry[]) {
  const [users, assessments, sessions] = await Promise.all([
    db().user.findMany({
      where: { id: { in: idsOf(entries.map(({ actorId }) => actorId)) } },
      select: { id: true, name: true },
    }),
    db().assessment.findMany({
      where: { id: { in: idsOf(entries.map(({ assessmentId }) => assessmentId)) } },
      select: { id: true, name: true },
    }),
    db().session.findMany({
      where: { id: { in: idsOf(entries.map(({ sessionId }) => sessionId)) } },
      select: { id: true, reviewState: true, candidacyId: true },
    }),
  ]);
  const candidacies = await db().candidacy.findMany({
    where: { id: { in: idsOf([...entries, ...sessions].map(({ candidacyId }) => candidacyId)) } },
    select: blindOf,
  });
  const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
  return {
    users: byId(users),
    assessments: byId(assessments),
    sessions: byId(sessions),
    candidacies: byId(candidacies),
  };
}

type About = Awaited<ReturnType<typeof readAbout>>;

function candidacyOf({ candidacyId, sessionId }: AuditEntry, { sessions, candidacies }: About) {
  const id = candidacyId ?? (sessionId === null ? null : (sessions.get(sessionId)?.candidacyId ?? null));
  return id === null ? null : (candidacies.get(id) ?? null);
}

function candidateOf(entry: AuditEntry, about: About): AuditRow["candidate"] {
  const candidacy = candidacyOf(entry, about);
  if (!candidacy) return null;
  const isComplete = candidacy.handedInAt !== null && candidacy.sessions.length === 0;
  return isComplete || !isOnPeopleSide(entry.action) ? { code: candidacy.code, isComplete } : { code: null };
}

function whoOf(entry: AuditEntry, about: About): AuditRow["who"] {
  const { actorId, action } = entry;
  // Also where the candidacy is deleted, and only the deed says that a candidate did it.
  const isCandidates = action.startsWith("candidacy.") || action === "appeal.make";
  if (isCandidates) return { kind: "candidate" };
  if (actorId === null) return { kind: "server" };
  if (candidacyOf(entry, about)?.userId === actorId) return { kind: "candidate" };
  const user = about.users.get(actorId);
  return user ? { kind: "person", name: user.name } : { kind: "gone" };
}

function rowOf(entry: AuditEntry, about: About): AuditRow {
  const candidate = candidateOf(entry, about);
  const session = entry.sessionId === null ? undefined : about.sessions.get(entry.sessionId);
  const isBlind = session
    ? session.reviewState !== "complete"
    : candidate !== null && (candidate.code === null || !candidate.isComplete);
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    who: whoOf(entry, about),
    action: entry.action,
    assessment: (entry.assessmentId === null ? null : about.assessments.get(entry.assessmentId)) ?? null,
    candidate,
    // An address of a session beside the deed of somebody known by name would tell whose it is.
    session:
      session && !(isOnPeopleSide(entry.action) && isBlind)
        ? { id: session.id, isComplete: session.reviewState === "complete" }
        : null,
    more: isBlind ? "" : detailWords(entry.details),
  };
}

/** The newest first; `after` goes on from one of them, whether or not it is still there. */
export async function readAudit(
  organisationId: string,
  filter: AuditFilter,
  { take, after, viewerId }: { take: number; after: AuditCursor | null; viewerId: string },
): Promise<AuditRow[]> {
  const entries = await db().auditEntry.findMany({
    where: {
      AND: [
        whereOf(organisationId, filter),
        after ? { at: { lte: after.at }, NOT: { at: after.at, id: { gte: after.id } } } : {},
      ],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
  });
  const about = await readAbout(entries);
  return entries.map((entry) => {
    const row = rowOf(entry, about);
    // What their own answers came to is told to them as to any candidate: by what the team sends, and not here.
    return candidacyOf(entry, about)?.userId === viewerId ? { ...row, more: "" } : row;
  });
}

type Of = { organisationId: string; sessionId: string; candidacyId: string };

/** What the log says of one session, oldest first, and of its candidate where that may be told. */
export async function readAuditOf({ organisationId, sessionId, candidacyId }: Of, withCandidate: boolean) {
  const ofCandidate = withCandidate ? [{ candidacyId, sessionId: null }] : [];
  const entries = await db().auditEntry.findMany({
    where: { organisationId, OR: [{ sessionId }, ...ofCandidate] },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: mostOfASession,
  });
  const about = await readAbout(entries);
  return entries.map((entry) => rowOf(entry, about));
}
