import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  acceptedBy,
  drillRemainingMs,
  DrillResultSchema,
  type Drill,
  type DrillResult,
} from "#app/domain/practice/drill.ts";
import { approaches, type Approach } from "#app/domain/scenarios/approach.ts";
import { linkTo, type StudyLink } from "#app/domain/grading/scorecard/grade-view.ts";
import { db } from "#app/db/client.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { listPastDrills } from "./start-drill.server.ts";

export type DrillAnswerView = {
  approach: Approach;
  reason: string;
  result: DrillResult;
  accepted: { approach: Approach; condition: string; forInstance: string[] }[];
  /** Why the chosen approach does not hold, where it is none of those. */
  whyNot: string | null;
  otherWhyNots: { approach: Approach; why: string }[];
  disputed: { source: string; says: string }[];
  sources: string[];
  study: StudyLink | null;
};

/** `answered` is null while the minute runs, and after it until an answer comes. `situation` is null for one that is gone. */
export type DrillView = {
  attemptId: string;
  situation: string | null;
  remainingMs: number;
  answered: DrillAnswerView | null;
};

const isApproach = (value: string | null): value is Approach => approaches.some((each) => each === value);

/** One drill of the viewer's; null whether it is absent or somebody else's. */
export async function getDrill(viewer: Viewer, attemptId: string, now = new Date()): Promise<DrillView | null> {
  const attempt = await db().drillAttempt.findFirst({ where: { id: attemptId, userId: viewer.id } });
  if (!attempt) return null;
  const { drills, pages } = await loadLibrary();
  const drill = drills.find(({ id }) => id === attempt.drillId);
  const { approach, reason } = attempt;
  return {
    attemptId,
    situation: drill?.situation ?? null,
    remainingMs: drillRemainingMs(attempt.startedAt, now),
    answered:
      drill && attempt.endedAt && isApproach(approach)
        ? {
            approach,
            reason: reason ?? "",
            result: DrillResultSchema.parse(attempt.result),
            study: linkTo(drill.study, pages),
            ...explain(drill, approach),
          }
        : null,
  };
}

function explain(drill: Drill, approach: Approach) {
  const whyNots = approaches.flatMap((each) => {
    const why = drill.wrong[each];
    return why === undefined ? [] : [{ approach: each, why }];
  });
  return {
    accepted: drill.accepts.map(({ approach: accepted, condition, met }) => ({
      approach: accepted,
      condition,
      forInstance: met.slice(0, 2),
    })),
    whyNot: acceptedBy(drill, approach) ? null : (drill.wrong[approach] ?? null),
    otherWhyNots: whyNots.filter((each) => each.approach !== approach),
    disputed: drill.disputed ?? [],
    sources: drill.sources,
  };
}

export type DrillsView = { drills: number; seen: number; right: number; openAttemptId: string | null };

/** How far somebody has come with the drills; a visitor without any sees how many there are. */
export async function getDrills(viewer: Viewer | null): Promise<DrillsView> {
  const { drills } = await loadLibrary();
  if (!viewer) return { drills: drills.length, seen: 0, right: 0, openAttemptId: null };
  const past = await listPastDrills(viewer);
  const latest = new Map(past.map((attempt) => [attempt.drillId, attempt.outcome]));
  const known = drills.map(({ id }) => id);
  const open = await db().drillAttempt.findFirst({
    where: { userId: viewer.id, endedAt: null, drillId: { in: known } },
    orderBy: { startedAt: "desc" },
  });
  return {
    drills: drills.length,
    seen: known.filter((id) => latest.has(id)).length,
    right: known.filter((id) => latest.get(id) === "right").length,
    openAttemptId: open?.id ?? null,
  };
}
