import { db } from "#app/db/client.server.ts";
import { jobKey } from "#app/db/job-key.server.ts";
import { enqueueJob } from "#app/db/jobs.server.ts";
import { endOverdueInterview } from "#app/services/interview/clock/end-overdue-interview.server.ts";
import { handInWhenDone } from "#app/services/hiring/candidacy/hand-in.server.ts";

const momentMs = 1_000;

/**
 * Has what is finished handed in once nothing more can begin: `at` is the deadline, or now for an assessment that is
 * being closed. Asked for again at every start, and whenever the deadline is changed.
 */
export async function enqueueEndOfAssessment({ assessmentId, at }: { assessmentId: string; at: Date }): Promise<void> {
  const startAfter = new Date(at.getTime() + momentMs);
  const singletonKey = jobKey(`end-assessment|${assessmentId}|${at.getTime()}`);
  await enqueueJob("end-assessment", { assessmentId }, { singletonKey, startAfter });
}

/** At start: a process may have ended between opening an assessment, or closing it, and asking for its end. */
export async function enqueueForgottenEndsOfAssessments(): Promise<void> {
  const unfinished = { handedInAt: null, withdrawnAt: null, sessions: { some: { partId: { not: null } } } };
  const ending = await db().assessment.findMany({
    where: {
      OR: [
        { state: "open", deadline: { not: null } },
        { state: "closed", candidacies: { some: unfinished } },
      ],
    },
    select: { id: true, deadline: true, closedAt: true, state: true },
  });
  for (const { id: assessmentId, deadline, closedAt, state } of ending) {
    const at = state === "closed" ? closedAt : deadline;
    if (at) await enqueueEndOfAssessment({ assessmentId, at });
  }
}

/**
 * Hands in what is finished of everybody who can begin nothing more, as the deadline has passed or the team has closed
 * the assessment. An interview under way goes on by its own clock, and is handed in when that ends it.
 */
export async function endAssessment(assessmentId: string, now = new Date()): Promise<void> {
  const open = await db().candidacy.findMany({
    where: { assessmentId, handedInAt: null, withdrawnAt: null },
    select: { id: true, sessions: { where: { phase: "answering", endsAt: { not: null } }, select: { id: true } } },
  });
  for (const { id, sessions } of open) {
    for (const session of sessions) await endOverdueInterview(session.id, now);
    await db().$transaction((tx) => handInWhenDone(tx, id, now));
  }
}
