import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  movementOf,
  summariseMovements,
  type Movement,
  type MovementSummary,
  type Scored,
} from "#app/domain/authoring/regrade.ts";
import { versionTaken } from "#app/domain/authoring/version-taken.ts";
import { GradeResultSchema, GraderNameSchema, type GraderName } from "#app/domain/grading/grade.ts";
import { BandSchema, type Band, type Scenario } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import type { Grade, Prisma, RunStatus } from "#app/db/generated/client.ts";
import { countedGrade } from "#app/services/grading/counted-grade.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { findAuthored, type FoundAuthored, type WantedAuthored } from "../find-authored.server.ts";
import { findName } from "../list-names.server.ts";

type Score = { score: number; band: Band; grader: GraderName };

export type RegradedSession = {
  sessionId: string;
  name: string;
  finishedAt: string;
  /** The version it was taken on. */
  version: number | null;
  before: Score | null;
  after: Score | null;
  movement: Movement | null;
  state: "waiting" | "graded" | "ungraded";
  /** Why it has no new grade. */
  message: string | null;
};

export type RegradeView = {
  organisation: { handle: string; name: string };
  scenario: { slug: string; title: string };
  regrade: {
    id: string;
    version: number;
    grader: GraderName;
    status: RunStatus;
    startedAt: string;
    finishedAt: string | null;
    startedBy: string | null;
  };
  /** What has ended, of all; `failed` of them without a grade. */
  progress: { done: number; failed: number; total: number };
  /** What it has cost so far; null where a price is not known. */
  costUsd: number | null;
  summary: MovementSummary;
  /** Those that moved most first. */
  sessions: RegradedSession[];
};

const withSession = {
  session: {
    select: {
      id: true,
      scenarioHash: true,
      startedAt: true,
      finishedAt: true,
      scenarioVersion: true,
      user: { select: { name: true } },
      grades: { where: countedGrade, orderBy: { createdAt: "desc" } },
    },
  },
} satisfies Prisma.GradeInclude;

type MadeGrade = Prisma.GradeGetPayload<{ include: typeof withSession }>;

function read(grade: Grade | undefined, { rubric }: Scenario): Scored | null {
  if (grade?.status !== "graded") return null;
  return {
    grader: GraderNameSchema.parse(grade.grader),
    score: grade.score ?? 0,
    band: BandSchema.parse(grade.band),
    result: GradeResultSchema.parse(grade.result),
    rubric,
  };
}

const shown = (scored: Scored | null): Score | null =>
  scored && { score: scored.score, band: scored.band, grader: scored.grader };

type Numbered = { number: number; hash: string; publishedAt: Date };

/** Before is the session's own grade, by the same grader where there is one. */
function viewSession(
  grade: MadeGrade,
  { target, versions }: { target: Scenario; versions: Numbered[] },
): RegradedSession {
  const { session, status, message } = grade;
  const own = session.grades.find(({ grader }) => grader === grade.grader) ?? session.grades[0];
  const before = read(own, readVersion(session.scenarioVersion));
  const after = read(grade, target);
  return {
    sessionId: session.id,
    name: session.user.name,
    finishedAt: (session.finishedAt ?? session.startedAt).toISOString(),
    version: versionTaken(versions, session),
    before: shown(before),
    after: shown(after),
    movement: before && after ? movementOf(before, after) : null,
    state: status === "graded" || status === "ungraded" ? status : "waiting",
    message: status === "ungraded" ? message : null,
  };
}

/** The newest grade of each session: one that failed may have been tried again. */
function newestBySession(grades: readonly MadeGrade[]): MadeGrade[] {
  return [...new Map(grades.map((grade) => [grade.sessionId, grade])).values()];
}

function costOf(grades: readonly MadeGrade[], grader: GraderName): number | null {
  if (grader === "offline") return 0;
  const ended = grades.filter(({ usage }) => usage !== null);
  if (ended.some(({ costUsd }) => costUsd === null)) return null;
  return ended.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
}

function byMovement(a: RegradedSession, b: RegradedSession): number {
  return Math.abs(b.movement?.difference ?? -1) - Math.abs(a.movement?.difference ?? -1);
}

async function findRegrade({ authored }: FoundAuthored, regradeId: string) {
  return db().regrade.findFirst({
    where: { id: regradeId, scenarioId: authored.id },
    include: { grades: { include: withSession, orderBy: [{ createdAt: "asc" }, { id: "asc" }] } },
  });
}

/** A regrade with what it has moved. Null where there is none, and for whoever may not. */
export async function getRegrade(
  viewer: Viewer,
  { regradeId, ...wanted }: WantedAuthored & { regradeId: string },
): Promise<RegradeView | null> {
  const found = await findAuthored(viewer, { ...wanted, action: "regrade" });
  const regrade = found && (await findRegrade(found, regradeId));
  if (!regrade) return null;
  const { authored, membership } = found;
  const [versions, target, startedBy] = await Promise.all([
    db().publishedVersion.findMany({ where: { scenarioId: authored.id }, omit: { files: true } }),
    db().scenarioVersion.findUniqueOrThrow({ where: { hash: regrade.hash } }),
    findName(regrade.startedById),
  ]);
  const grades = newestBySession(regrade.grades);
  const sessions = grades.map((grade) => viewSession(grade, { target: readVersion(target), versions }));
  const grader = GraderNameSchema.parse(regrade.grader);
  return {
    organisation: { handle: membership.handle, name: membership.name },
    scenario: { slug: authored.slug, title: authored.title },
    regrade: {
      id: regrade.id,
      version: versionTaken(versions, { scenarioHash: regrade.hash, startedAt: regrade.createdAt }) ?? 0,
      grader,
      status: regrade.status,
      startedAt: regrade.createdAt.toISOString(),
      finishedAt: regrade.finishedAt?.toISOString() ?? null,
      startedBy,
    },
    progress: {
      done: sessions.filter(({ state }) => state !== "waiting").length,
      failed: sessions.filter(({ state }) => state === "ungraded").length,
      total: sessions.length,
    },
    costUsd: costOf(regrade.grades, grader),
    summary: summariseMovements(sessions.flatMap(({ movement }) => movement ?? [])),
    sessions: sessions.toSorted(byMovement),
  };
}
