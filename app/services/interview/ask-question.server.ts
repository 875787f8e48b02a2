import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { askInterviewer } from "#app/domain/interview/session.ts";
import { accountFor } from "#app/services/model/account-for.server.ts";
import { findAskedFacts } from "./find-asked-facts.server.ts";
import { findSession, stateOf } from "./find-session.server.ts";
import { recordStep, type StepResult } from "./record-step.server.ts";

type Asked = { sessionId: string; text: string; seenSeq: number };

/** Sessions whose question is being looked up: a second one at the same time would pay for a model for nothing. */
const home = globalThis as typeof globalThis & { tradeoffAsking?: Set<string> };
const asking = (home.tradeoffAsking ??= new Set());

/** A clarifying question of the candidate. Null when the session is absent or not the viewer's. */
export async function askQuestion(viewer: Viewer, { sessionId, ...asked }: Asked): Promise<StepResult | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const now = new Date();
  const state = stateOf(found, now);
  // What would be refused is not worth a model's time.
  const refused = askInterviewer(state, asked, () => []);
  if (!refused.ok) return recordStep(found, refused, now);
  if (asking.has(sessionId)) return { ok: false, reason: "stale" };
  asking.add(sessionId);
  try {
    const { organisationId, candidacyId } = found.session;
    const facts = await findAskedFacts(found.scenario.hiddenFacts, asked.text, {
      account: await accountFor(found.session),
      spend: { purpose: "hidden_facts", organisationId, userId: viewer.id, sessionId, candidacyId },
    });
    // A model takes its time, and a draft may have been saved meanwhile.
    const fresh = (await findSession(viewer, sessionId)) ?? found;
    return await recordStep(
      fresh,
      askInterviewer(stateOf(fresh, now), asked, () => facts),
      now,
    );
  } finally {
    asking.delete(sessionId);
  }
}
