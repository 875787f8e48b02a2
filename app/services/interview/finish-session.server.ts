import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { unsentAnswer } from "#app/domain/interview/draft.ts";
import { finishInterview } from "#app/domain/interview/session.ts";
import { findSession, stateOf } from "./find-session.server.ts";
import { readDraft } from "./read-draft.server.ts";
import { recordStep, type StepResult } from "./record-step.server.ts";

/** Ends an interview early and has it graded. Null when the session is absent or not the viewer's. */
export async function finishSession(viewer: Viewer, sessionId: string): Promise<StepResult | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const now = new Date();
  const unsent = unsentAnswer(readDraft(found.session.draft));
  return recordStep(found, finishInterview(stateOf(found, now), unsent), now);
}
