import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { findHiddenFacts } from "#app/domain/interview/hidden-facts.ts";
import { askInterviewer } from "#app/domain/interview/session.ts";
import { findSession, stateOf } from "./find-session.server.ts";
import { recordStep, type StepResult } from "./record-step.server.ts";

/** A clarifying question of the candidate. Null when the session is absent or not the viewer's. */
export async function askQuestion(
  viewer: Viewer,
  { sessionId, ...asked }: { sessionId: string; text: string; seenSeq: number },
): Promise<StepResult | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const now = new Date();
  const findFacts = (question: string) => findHiddenFacts(found.scenario.hiddenFacts, question);
  return recordStep(found, askInterviewer(stateOf(found, now), asked, findFacts), now);
}
