import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { claimOffline } from "#app/domain/grading/offline/offline-grader.ts";
import { chooseFollowUp } from "#app/domain/interview/follow-up.ts";
import { allHints } from "#app/domain/interview/hints.ts";
import { askForHint } from "#app/domain/interview/session.ts";
import { findSession, stateOf, type FoundSession } from "./find-session.server.ts";
import { recordStep, type StepResult } from "./record-step.server.ts";

/** What a question that is aimed at nothing in particular leaves open. */
function unmetCheck({ session: { turns }, scenario: { rubric } }: FoundSession): string | null {
  const claims = claimOffline(rubric, turns);
  const verdicts = new Map(claims.map(({ id, verdict }) => [id, verdict]));
  return chooseFollowUp(rubric, turns, verdicts)?.id ?? null;
}

/** One more step of help with the question that stands. Null when the session is absent or not the viewer's. */
export async function takeHint(
  viewer: Viewer,
  { sessionId, seenSeq }: { sessionId: string; seenSeq: number },
): Promise<StepResult | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const now = new Date();
  const step = askForHint(stateOf(found, now), { seenSeq }, allHints(found.scenario), () => unmetCheck(found));
  return recordStep(found, step, now);
}
