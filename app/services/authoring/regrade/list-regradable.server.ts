import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { mostRegraded } from "#app/domain/authoring/regrade.ts";
import { versionTaken } from "#app/domain/authoring/version-taken.ts";
import { GraderNameSchema, type GraderName } from "#app/domain/grading/grade.ts";
import { BandSchema, type Band } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { countedGrade } from "#app/services/grading/counted-grade.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";
import { canUseModel } from "#app/services/model/account-for.server.ts";
import { findAuthored, type FoundAuthored, type WantedAuthored } from "../find-authored.server.ts";
import { listRegrades, type RegradeRow } from "./list-regrades.server.ts";

export type RegradableSession = {
  id: string;
  name: string;
  finishedAt: string;
  version: number | null;
  grade: { score: number; band: Band; grader: GraderName } | null;
};

export type RegradableView = {
  organisation: { handle: string; name: string };
  scenario: { slug: string; title: string };
  /** Numbers, newest first. */
  versions: number[];
  sessions: RegradableSession[];
  canUseAnthropic: boolean;
  regrades: RegradeRow[];
};

/** Finished sessions of a scenario, the newest first, as many as one regrade may take. */
export async function listFinished({ authored, address }: FoundAuthored): Promise<RegradableSession[]> {
  const [versions, sessions] = await Promise.all([
    db().publishedVersion.findMany({ where: { scenarioId: authored.id }, omit: { files: true } }),
    db().session.findMany({
      where: { ...outsideAssessments, organisationId: authored.organisationId, slug: address, phase: "finished" },
      orderBy: [{ finishedAt: "desc" }, { id: "desc" }],
      take: mostRegraded,
      select: {
        id: true,
        scenarioHash: true,
        startedAt: true,
        finishedAt: true,
        user: { select: { name: true } },
        grades: {
          where: countedGrade,
          orderBy: { createdAt: "desc" },
          take: 1,
          select: { score: true, band: true, grader: true },
        },
      },
    }),
  ]);
  return sessions.map(({ id, user, finishedAt, grades: [grade], ...begun }) => ({
    id,
    name: user.name,
    finishedAt: (finishedAt ?? begun.startedAt).toISOString(),
    version: versionTaken(versions, begun),
    grade: grade
      ? {
          score: grade.score ?? 0,
          band: BandSchema.parse(grade.band),
          grader: GraderNameSchema.parse(grade.grader),
        }
      : null,
  }));
}

/** What can be graded again, and what has been. Null for whoever may not. */
export async function listRegradable(viewer: Viewer, wanted: WantedAuthored): Promise<RegradableView | null> {
  const found = await findAuthored(viewer, { ...wanted, action: "regrade" });
  if (!found) return null;
  const { authored, membership } = found;
  const [sessions, versions, canUseAnthropic, regrades] = await Promise.all([
    listFinished(found),
    db().publishedVersion.findMany({
      where: { scenarioId: authored.id },
      orderBy: { number: "desc" },
      select: { number: true },
    }),
    canUseModel({ organisationId: authored.organisationId, userId: viewer.id }),
    listRegrades(authored.id),
  ]);
  return {
    organisation: { handle: membership.handle, name: membership.name },
    scenario: { slug: authored.slug, title: authored.title },
    versions: versions.map(({ number }) => number),
    sessions,
    canUseAnthropic,
    regrades,
  };
}
