import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { takenPosition } from "#app/domain/grading/scorecard/taken-position.ts";
import { questionsAsked } from "#app/domain/interview/session.ts";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import type { Band, Scenario } from "#app/domain/scenarios/schema.ts";
import { listReachable, type Owner } from "./find-scenario.server.ts";
import { listOwnSessions, type OwnSession } from "./list-own-sessions.server.ts";

export type ScenarioProgress =
  | { kind: "unfinished"; sessionId: string; question: number; of: number }
  | { kind: "scored"; sessionId: string; score: number; band: Band; approach: Approach | null; attempts: number }
  | { kind: "ungraded"; sessionId: string; attempts: number };

/** A row of the library. It says nothing of positions: before the interview they would be the answer. */
export type ScenarioRow = Pick<
  Scenario,
  "slug" | "title" | "summary" | "kind" | "level" | "minutes" | "competencies"
> & {
  /** Whose it is; null for what ships. */
  owner: Owner | null;
  progress: ScenarioProgress | null;
};

/** An interview under way comes first; otherwise the newest attempt speaks. `own` is newest first. */
function progressOf({ positions, twist }: Scenario, own: readonly OwnSession[]): ScenarioProgress | null {
  const unfinished = own.find(({ phase }) => phase === "answering");
  if (unfinished) {
    const question = questionsAsked(unfinished.turns);
    return { kind: "unfinished", sessionId: unfinished.id, question, of: unfinished.questionsInAll };
  }
  const newest = own[0];
  if (!newest) return null;
  const attempt = own.find(({ scored }) => scored !== null);
  if (!attempt?.scored) return { kind: "ungraded", sessionId: newest.id, attempts: own.length };
  return {
    kind: "scored",
    sessionId: attempt.id,
    ...attempt.scored,
    approach: positions.length === 0 ? null : takenPosition(attempt.turns, twist),
    attempts: own.length,
  };
}

export async function listScenarios(viewer: Viewer | null): Promise<ScenarioRow[]> {
  const [scenarios, sessions] = await Promise.all([listReachable(viewer), listOwnSessions(viewer)]);
  return scenarios.map(({ scenario, owner }) => {
    const { slug, title, summary, kind, level, minutes, competencies } = scenario;
    const own = sessions.filter((session) => session.slug === slug);
    return { slug, title, summary, kind, level, minutes, competencies, owner, progress: progressOf(scenario, own) };
  });
}
