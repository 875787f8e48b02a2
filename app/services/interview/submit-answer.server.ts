import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { claimOffline } from "#app/domain/grading/offline/offline-grader.ts";
import { answerQuestion, planNext, type Answer } from "#app/domain/interview/session.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { findSession } from "./find-session.server.ts";
import { recordStep, type StepResult } from "./record-step.server.ts";

/** Which checks are met so far decides what is asked next; the offline grader is quick enough to say so at every turn. */
function nextQuestion(scenario: Scenario) {
  return (turns: readonly Turn[]) => {
    const claims = claimOffline(scenario.rubric, turns);
    return planNext(scenario, turns, new Map(claims.map(({ id, verdict }) => [id, verdict])));
  };
}

/** Null when the session is absent or not the viewer's. */
export async function submitAnswer(
  viewer: Viewer,
  { sessionId, ...answer }: Answer & { sessionId: string },
): Promise<StepResult | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const { phase, turns } = found.session;
  return recordStep(found, answerQuestion({ phase, turns }, answer, nextQuestion(found.scenario)), new Date());
}
