import { graceMs, isUp } from "#app/domain/interview/clock.ts";
import { unsentAnswer } from "#app/domain/interview/draft.ts";
import { endByClock } from "#app/domain/interview/session.ts";
import { clockOf, findSessionOfAnyone, stateOf } from "../find-session.server.ts";
import { readDraft } from "../read-draft.server.ts";
import { recordStep } from "../record-step.server.ts";

/** An answer may be taken in the same moment; then what is there is looked at again. */
const mostTries = 5;

/**
 * Ends an interview whose time is up and has it graded, whether somebody is there or not; one that has ended, or has time
 * left, stays as it is. What had been saved by then goes along as the answer.
 */
export async function endOverdueInterview(sessionId: string, now = new Date()): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await findSessionOfAnyone(sessionId);
    const clock = found && clockOf(found.session);
    if (!found || !clock || !isUp(clock, now)) return;
    const endedAt = new Date(Math.min(now.getTime(), clock.endsAt.getTime() + graceMs));
    const step = endByClock(stateOf(found, now), unsentAnswer(readDraft(found.session.draft)));
    const result = await recordStep(found, step, endedAt);
    if (result.ok || result.reason !== "stale") return;
  }
}
