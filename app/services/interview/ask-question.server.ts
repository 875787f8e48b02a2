import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { askInterviewer } from "#app/domain/interview/session.ts";
import { env } from "#app/env.server.ts";
import { findAskedFacts } from "./find-asked-facts.server.ts";
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
  const state = stateOf(found, now);
  // What would be refused is not worth a model's time.
  const refused = askInterviewer(state, asked, () => []);
  if (!refused.ok) return recordStep(found, refused, now);
  const { apiKey, baseUrl, model } = env().anthropic;
  const facts = await findAskedFacts(found.scenario.hiddenFacts, asked.text, { apiKey, baseURL: baseUrl, model });
  return recordStep(
    found,
    askInterviewer(state, asked, () => facts),
    now,
  );
}
