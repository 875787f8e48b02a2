import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import type { Pace } from "#app/domain/interview/pace.ts";
import type { ScenarioLevel, Source } from "#app/domain/scenarios/schema.ts";
import { findOwnResult } from "#app/services/interview/find-session.server.ts";
import { readPace } from "#app/services/interview/read-pace.server.ts";
import { getScorecard } from "./get-scorecard.server.ts";

/** Everything there is to keep of one interview. */
export type SessionRecord = {
  card: ScorecardView;
  pace: Pace;
  startedAt: string;
  finishedAt: string;
  summary: string;
  level: ScenarioLevel;
  sources: readonly Source[];
};

/** Null while the interview goes on, and for whoever is not its candidate. */
export async function exportSession(viewer: Viewer, sessionId: string): Promise<SessionRecord | null> {
  const found = await findOwnResult(viewer, sessionId);
  if (!found || found.session.phase !== "finished" || found.session.finishedAt === null) return null;
  const card = await getScorecard(viewer, sessionId);
  if (!card) return null;
  const { startedAt, finishedAt } = found.session;
  const { summary, level, sources } = found.scenario;
  return {
    card,
    pace: readPace(found, finishedAt),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    summary,
    level,
    sources,
  };
}
