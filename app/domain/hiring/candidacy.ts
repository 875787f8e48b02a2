/**
 * One person's way through an assessment: what may begin, what is handed in and when it is over. Parts are taken in any
 * order, one at a time; of several attempts at a part the last finished one counts.
 */
export type Attempt = { sessionId: string; startedAt: Date; finishedAt: Date | null };

/** Attempts in the order in which they began. */
export type Part = { id: string; attempts: readonly Attempt[] };

export type Progress = {
  state: "draft" | "open" | "closed";
  /** Nothing begins after it. */
  deadline: Date | null;
  /** At each part. */
  mostAttempts: number;
  handedInAt: Date | null;
  withdrawnAt: Date | null;
  parts: readonly Part[];
};

/** `closed` by the team, or past its `deadline`: nothing begins any more. */
export type Ended = "withdrawn" | "handed_in" | "closed" | "deadline";

export function endedBy({ state, deadline, handedInAt, withdrawnAt }: Progress, now: Date): Ended | null {
  if (withdrawnAt !== null) return "withdrawn";
  if (handedInAt !== null) return "handed_in";
  if (state !== "open") return "closed";
  return deadline !== null && now > deadline ? "deadline" : null;
}

/** Warm-ups that one person may begin: each is an interview with all that it costs. */
export const mostWarmUps = 3;

const isUnderWay = ({ finishedAt }: Attempt) => finishedAt === null;

export function attemptUnderWay({ parts }: Progress): Attempt | null {
  return parts.flatMap(({ attempts }) => attempts).find(isUnderWay) ?? null;
}

/** The one that counts: the last that was finished. */
export function countedAttempt({ attempts }: Part): Attempt | null {
  return attempts.findLast((attempt) => !isUnderWay(attempt)) ?? null;
}

export function attemptsLeft({ mostAttempts }: Pick<Progress, "mostAttempts">, { attempts }: Part): number {
  return Math.max(0, mostAttempts - attempts.length);
}

export type StartRefusal = Ended | "other_under_way" | "no_attempts_left";

/** Whether an attempt at a part may begin, or which one is gone on with. What has begun is gone on with whatever has ended since. */
export function judgeStart(
  progress: Progress,
  part: Part,
  now: Date,
): { ok: true; resumes: string | null } | { ok: false; reason: StartRefusal } {
  const underWay = part.attempts.find(isUnderWay);
  const ended = endedBy(progress, now);
  if (underWay && ended !== "withdrawn") return { ok: true, resumes: underWay.sessionId };
  if (ended) return { ok: false, reason: ended };
  if (attemptUnderWay(progress)) return { ok: false, reason: "other_under_way" };
  return attemptsLeft(progress, part) > 0 ? { ok: true, resumes: null } : { ok: false, reason: "no_attempts_left" };
}

export type HandInRefusal = "withdrawn" | "handed_in" | "under_way" | "nothing_finished";

/** Whether it may be handed in by the candidate, who may leave parts and attempts untaken. */
export function refuseHandIn(progress: Progress): HandInRefusal | null {
  if (progress.withdrawnAt !== null) return "withdrawn";
  if (progress.handedInAt !== null) return "handed_in";
  if (attemptUnderWay(progress)) return "under_way";
  return progress.parts.some(countedAttempt) ? null : "nothing_finished";
}

/** Whether it hands itself in: nothing is under way, and nothing more can begin. */
export function isDone(progress: Progress, now: Date): boolean {
  if (refuseHandIn(progress) !== null) return false;
  return endedBy(progress, now) !== null || progress.parts.every((part) => attemptsLeft(progress, part) === 0);
}

/** What reviewers get to read. */
export function sessionsToHandIn({ parts }: Progress): string[] {
  return parts.flatMap((part) => countedAttempt(part)?.sessionId ?? []);
}

const dayMs = 86_400_000;

/** When everything of it is deleted: so many days after it was begun, and from handing in after that. */
export function deletionDate(from: Date, retentionDays: number): Date {
  return new Date(from.getTime() + retentionDays * dayMs);
}
