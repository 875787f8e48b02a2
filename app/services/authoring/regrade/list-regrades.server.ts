import { versionTaken } from "#app/domain/authoring/version-taken.ts";
import { GraderNameSchema, type GraderName } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";
import type { RunStatus } from "#app/db/generated/client.ts";
import { listNames } from "../list-names.server.ts";

export type RegradeRow = {
  id: string;
  /** The number of the version graded on. */
  version: number;
  grader: GraderName;
  status: RunStatus;
  startedAt: string;
  startedBy: string | null;
  sessions: number;
  graded: number;
};

/** What was graded again of a scenario, the newest first. */
export async function listRegrades(scenarioId: string): Promise<RegradeRow[]> {
  const [regrades, versions] = await Promise.all([
    db().regrade.findMany({ where: { scenarioId }, orderBy: { createdAt: "desc" } }),
    db().publishedVersion.findMany({ where: { scenarioId }, orderBy: { number: "asc" }, omit: { files: true } }),
  ]);
  const ids = regrades.map(({ id }) => id);
  const [names, grades] = await Promise.all([
    listNames(regrades.map(({ startedById }) => startedById)),
    db().grade.findMany({
      where: { regradeId: { in: ids } },
      select: { regradeId: true, sessionId: true, status: true },
    }),
  ]);
  return regrades.map(({ id, hash, grader, status, createdAt, startedById }) => {
    const own = grades.filter(({ regradeId }) => regradeId === id);
    const graded = own.filter((grade) => grade.status === "graded");
    return {
      id,
      version: versionTaken(versions, { scenarioHash: hash, startedAt: createdAt }) ?? 0,
      grader: GraderNameSchema.parse(grader),
      status,
      startedAt: createdAt.toISOString(),
      startedBy: startedById === null ? null : (names.get(startedById) ?? null),
      sessions: new Set(own.map(({ sessionId }) => sessionId)).size,
      graded: new Set(graded.map(({ sessionId }) => sessionId)).size,
    };
  });
}
