import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { ofTheSession } from "#app/services/grading/counted-grade.server.ts";
import { inAnyCase } from "./forget-address.server.ts";

/** A few at a time, by their ids: what one person has done may be long, and a session is longest. */
async function* inBatches<Row extends { id: string }>(
  take: number,
  read: (page: { take: number; cursor?: { id: string }; skip?: number }) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let last: Row | undefined;
  do {
    const rows = await read({ take, ...(last && { cursor: { id: last.id }, skip: 1 }) });
    yield* rows;
    last = rows.length < take ? undefined : rows.at(-1);
  } while (last);
}

const turn = { seq: true, createdAt: true, speaker: true, kind: true, text: true } satisfies Prisma.TurnSelect;
const grade = {
  grader: true,
  status: true,
  reason: true,
  model: true,
  promptVersion: true,
  createdAt: true,
  score: true,
  band: true,
  result: true,
} satisfies Prisma.GradeSelect;

const sessionOf = {
  id: true,
  slug: true,
  scenarioHash: true,
  mode: true,
  phase: true,
  startedAt: true,
  finishedAt: true,
  spentMs: true,
  limitMs: true,
  draft: true,
  late: true,
  candidacyId: true,
  organisation: { select: { name: true } },
  turns: { orderBy: { seq: "asc" }, select: turn },
  appeals: { select: { criterionId: true, reason: true, status: true, createdAt: true, answeredAt: true } },
  levelAppeals: { select: { criterionId: true, reason: true, createdAt: true, answer: true, answeredAt: true } },
} satisfies Prisma.SessionSelect;

async function* readSessions(userId: string) {
  const sessions = inBatches(20, (page) =>
    db().session.findMany({ where: { userId }, orderBy: { id: "asc" }, select: sessionOf, ...page }),
  );
  for await (const session of sessions) {
    const isAssessed = session.mode === "assessment" || session.candidacyId !== null;
    // What a team has let its candidate see stands with the candidacy; nothing else of it is told here.
    const grades = isAssessed
      ? []
      : await db().grade.findMany({ where: { sessionId: session.id, ...ofTheSession }, select: grade });
    yield { ...session, grades };
  }
}

const readCandidacies = (userId: string) =>
  inBatches(50, (page) =>
    db().candidacy.findMany({
      where: { userId },
      orderBy: { id: "asc" },
      select: {
        id: true,
        assessment: { select: { name: true, contact: true, organisation: { select: { name: true } } } },
        acknowledgedAt: true,
        notice: true,
        extraTimePercent: true,
        handedInAt: true,
        withdrawnAt: true,
        deletionAskedAt: true,
        deleteAt: true,
        feedback: true,
        feedbackSentAt: true,
      },
      ...page,
    }),
  );

/** What each list of the file is called, and how it is read. */
export const ownLists: Record<string, (viewer: Viewer) => AsyncGenerator<object>> = {
  signIns: ({ id: userId }) =>
    inBatches(100, (page) =>
      db().authSession.findMany({
        where: { userId },
        orderBy: { id: "asc" },
        select: { id: true, createdAt: true, expiresAt: true, ipAddress: true, userAgent: true },
        ...page,
      }),
    ),
  passkeys: ({ id: userId }) =>
    inBatches(100, (page) =>
      db().passkey.findMany({
        where: { userId },
        orderBy: { id: "asc" },
        select: { id: true, name: true, deviceType: true, createdAt: true },
        ...page,
      }),
    ),
  memberships: ({ id: userId }) =>
    inBatches(100, (page) =>
      db().member.findMany({
        where: { userId },
        orderBy: { id: "asc" },
        select: { id: true, organisation: { select: { name: true, handle: true } }, roles: true, joinedAt: true },
        ...page,
      }),
    ),
  candidacies: ({ id }) => readCandidacies(id),
  sessions: ({ id }) => readSessions(id),
  drills: ({ id: userId }) =>
    inBatches(200, (page) => db().drillAttempt.findMany({ where: { userId }, orderBy: { id: "asc" }, ...page })),
  cards: ({ id: userId }) =>
    inBatches(100, (page) =>
      db().card.findMany({
        where: { userId },
        orderBy: { id: "asc" },
        include: { reviews: { select: { answer: true, verdict: true, rating: true, reviewedAt: true } } },
        ...page,
      }),
    ),
  reviewsGiven: ({ id: reviewerId }) =>
    inBatches(100, (page) =>
      db().review.findMany({
        where: { reviewerId },
        orderBy: { id: "asc" },
        select: {
          id: true,
          sessionId: true,
          kind: true,
          createdAt: true,
          levels: true,
          comments: true,
          quotes: true,
        },
        ...page,
      }),
    ),
  reviewsBegun: ({ id: reviewerId }) =>
    inBatches(100, (page) =>
      db().reviewClaim.findMany({
        where: { reviewerId, state: { not: "submitted" } },
        orderBy: { sessionId: "asc" },
        select: { sessionId: true, state: true, claimedAt: true, skipReason: true, draft: true, id: true },
        ...page,
      }),
    ),
  reusableComments: ({ id: reviewerId }) =>
    inBatches(100, (page) =>
      db().reusableComment.findMany({
        where: { reviewerId },
        orderBy: { id: "asc" },
        select: { id: true, text: true, createdAt: true },
        ...page,
      }),
    ),
  modelCalls: ({ id: userId }) =>
    inBatches(500, (page) =>
      db().modelCall.findMany({
        where: { userId },
        orderBy: { id: "asc" },
        select: { id: true, createdAt: true, purpose: true, model: true, outcome: true },
        ...page,
      }),
    ),
  // Anybody can sign up with any address: only who has shown that it is theirs is told what was sent there.
  mails: ({ email, emailVerified }) =>
    inBatches(100, (page) =>
      email === null || !emailVerified
        ? Promise.resolve([])
        : db().mail.findMany({
            where: { to: inAnyCase(email) },
            orderBy: { id: "asc" },
            select: { id: true, subject: true, createdAt: true, sentAt: true },
            ...page,
          }),
    ),
  inHiringLogs: ({ id: actorId }) =>
    inBatches(500, (page) =>
      db().auditEntry.findMany({
        where: { actorId },
        orderBy: { id: "asc" },
        select: { id: true, at: true, action: true, organisation: { select: { name: true } } },
        ...page,
      }),
    ),
};
