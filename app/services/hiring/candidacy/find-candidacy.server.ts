import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  attemptsLeft,
  endedBy,
  judgeStart,
  refuseHandIn,
  type Ended,
  type HandInRefusal,
  type StartRefusal,
} from "#app/domain/hiring/candidacy.ts";
import { NoticeSchema, type Notice } from "#app/domain/hiring/notice.ts";
import { limitFor, remainingMs } from "#app/domain/interview/clock.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma, Session } from "#app/db/generated/client.ts";
import { findVersionAt } from "#app/services/hiring/assessments/list-choices.server.ts";
import { clockOf, getVersion } from "#app/services/interview/find-session.server.ts";
import { endOverdueOf } from "./end-overdue.server.ts";
import { progressOf } from "./read-progress.server.ts";

/** One under way, and what is left of its time. */
export type UnderWay = { sessionId: string; remainingMs: number };

export type PartView = {
  id: string;
  position: number;
  title: string;
  /** Extra time included. */
  limitMs: number;
  /** Oldest first; the last of them counts. */
  finished: { sessionId: string; finishedAt: string }[];
  underWay: UnderWay | null;
  attemptsLeft: number;
  /** Why no attempt can begin or go on now. */
  refusal: StartRefusal | null;
};

export type CandidacyView = {
  id: string;
  name: string;
  organisation: string;
  contact: string;
  notice: Notice | null;
  acknowledgedAt: string;
  deadline: string | null;
  extraTimePercent: number;
  mostAttempts: number;
  /** Why nothing can begin any more. */
  ended: Ended | null;
  handedInAt: string | null;
  withdrawnAt: string | null;
  deletionAskedAt: string | null;
  deleteAt: string;
  parts: PartView[];
  warmUp: { title: string; limitMs: number; underWay: UnderWay | null; taken: number } | null;
  /** Why it cannot be handed in now. */
  handInRefusal: HandInRefusal | null;
};

const whole = {
  assessment: {
    include: { parts: { orderBy: { position: "asc" } }, organisation: { select: { name: true } } },
  },
  sessions: { orderBy: [{ startedAt: "asc" }, { id: "asc" }] },
} satisfies Prisma.CandidacyInclude;

type Row = Prisma.CandidacyGetPayload<{ include: typeof whole }>;

function underWayIn(sessions: readonly Session[], now: Date): UnderWay | null {
  const session = sessions.find(({ phase }) => phase === "answering");
  const clock = session && clockOf(session);
  return session && clock ? { sessionId: session.id, remainingMs: remainingMs(clock, now) } : null;
}

async function viewParts(row: Row, now: Date): Promise<PartView[]> {
  const progress = progressOf(row);
  return Promise.all(
    row.assessment.parts.map(async ({ id, position, scenarioHash, minutes }) => {
      const taken = progress.parts.find((part) => part.id === id) ?? { id, attempts: [] };
      const judged = judgeStart(progress, taken, now);
      return {
        id,
        position,
        title: (await getVersion(scenarioHash)).title,
        limitMs: limitFor(minutes, row.extraTimePercent),
        finished: taken.attempts.flatMap(({ sessionId, finishedAt }) =>
          finishedAt ? [{ sessionId, finishedAt: finishedAt.toISOString() }] : [],
        ),
        underWay: underWayIn(
          row.sessions.filter(({ partId }) => partId === id),
          now,
        ),
        attemptsLeft: attemptsLeft(progress, taken),
        refusal: judged.ok ? null : judged.reason,
      };
    }),
  );
}

async function viewWarmUp(
  { assessment, sessions, extraTimePercent }: Row,
  now: Date,
): Promise<CandidacyView["warmUp"]> {
  if (assessment.warmUp === null) return null;
  const found = await findVersionAt(db(), {
    organisationId: assessment.organisationId,
    address: assessment.warmUp,
  });
  if (!found) return null;
  const own = sessions.filter(({ partId }) => partId === null);
  const { title, minutes } = found.scenario;
  return { title, limitMs: limitFor(minutes, extraTimePercent), underWay: underWayIn(own, now), taken: own.length };
}

/** The viewer's own way through an assessment. Null where it is absent or somebody else's. */
export async function findCandidacy(viewer: Viewer, id: string, now = new Date()): Promise<CandidacyView | null> {
  await endOverdueOf(viewer, id, now);
  const row = await db().candidacy.findFirst({ where: { id, userId: viewer.id }, include: whole });
  if (!row) return null;
  const { assessment, acknowledgedAt, handedInAt, withdrawnAt, deletionAskedAt, deleteAt, extraTimePercent } = row;
  const progress = progressOf(row);
  return {
    id,
    name: assessment.name,
    organisation: assessment.organisation.name,
    contact: assessment.contact,
    notice: NoticeSchema.safeParse(row.notice).data ?? null,
    acknowledgedAt: acknowledgedAt.toISOString(),
    deadline: assessment.deadline?.toISOString() ?? null,
    extraTimePercent,
    mostAttempts: assessment.attempts,
    ended: endedBy(progress, now),
    handedInAt: handedInAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    deletionAskedAt: deletionAskedAt?.toISOString() ?? null,
    deleteAt: deleteAt.toISOString(),
    parts: await viewParts(row, now),
    warmUp: await viewWarmUp(row, now),
    handInRefusal: refuseHandIn(progress),
  };
}
