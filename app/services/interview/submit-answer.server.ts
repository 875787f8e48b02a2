import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { readInterview } from "#app/domain/grading/interview-reading.ts";
import { planNext } from "#app/domain/interview/plan-next.ts";
import { answerQuestion, type Answer } from "#app/domain/interview/session.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import { findSession, stateOf } from "./find-session.server.ts";
import { recordStep, type StepResult } from "./record-step.server.ts";

/** Null when the session is absent or not the viewer's. */
export async function submitAnswer(
  viewer: Viewer,
  { sessionId, ...answer }: Answer & { sessionId: string },
): Promise<StepResult | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const now = new Date();
  const { scenario } = found;
  // The offline grader is quick enough to say at every turn what is met so far.
  const next = (soFar: readonly Turn[]) => planNext(scenario, soFar, readInterview(scenario, soFar));
  return recordStep(found, answerQuestion(stateOf(found, now), answer, next), now);
}
