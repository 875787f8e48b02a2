import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { DrillResultSchema } from "#app/domain/practice/drill.ts";
import { approachOfCheck } from "#app/domain/progress/check-approach.ts";
import type { GradedCheck } from "#app/domain/progress/mastery.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import type { GradedSession } from "./list-graded-sessions.server.ts";

const share: Record<Verdict, number> = { met: 1, partial: 0.5, not_met: 0, insufficient_evidence: 0 };

function checksOf({ sessionId, scenario, finishedAt, result }: GradedSession): GradedCheck[] {
  const written = new Map(scenario.rubric.criteria.flatMap(({ checks }) => checks).map((check) => [check.id, check]));
  return result.criteria.flatMap(({ competency, checks }) =>
    checks.map(({ id, verdict }) => {
      const check = written.get(id);
      return {
        group: sessionId,
        at: finishedAt.toISOString(),
        level: scenario.level,
        competency,
        approach: check ? approachOfCheck(check) : null,
        share: share[verdict],
      };
    }),
  );
}

/** A drill is one check of deciding, about the approach that its situation asks for, at the level of a foundation. */
async function listDrillChecks(viewer: Viewer): Promise<GradedCheck[]> {
  const attempts = await db().drillAttempt.findMany({ where: { userId: viewer.id, endedAt: { not: null } } });
  const { drills } = await loadLibrary();
  return attempts.flatMap(({ id, drillId, approach: chosen, startedAt, result }) => {
    const drill = drills.find((each) => each.id === drillId);
    if (!drill) return [];
    const own = drill.accepts.find(({ approach }) => approach === chosen) ?? drill.accepts[0];
    return [
      {
        group: id,
        at: startedAt.toISOString(),
        level: "foundation" as const,
        competency: "decision" as const,
        approach: own?.approach ?? null,
        share: share[DrillResultSchema.parse(result).verdict],
      },
    ];
  });
}

/** Every check the viewer was ever graded on, in interviews and in drills. */
export async function listGradedChecks(viewer: Viewer, graded: readonly GradedSession[]): Promise<GradedCheck[]> {
  return [...graded.flatMap(checksOf), ...(await listDrillChecks(viewer))];
}
