import { randomUUID } from "node:crypto";
import { seededRandom } from "#app/domain/simulator/seeded-random.ts";
import { db } from "#app/db/client.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";

// Levels of made-up sessions, for what is measured over many of them.

export type MadeSession = { grader: number[]; settled: number[]; people: number[][] };

const clamp = (level: number) => Math.max(0, Math.min(4, Math.round(level)));

/** So many sessions with the same criteria; reviewers and the grader stray from what a session is worth. */
export function makeSessions(
  count: number,
  { criteria = 3, reviewers = 2, stray = 0.8, seed = 1 } = {},
): MadeSession[] {
  const random = seededRandom(seed);
  const near = (worth: number) => clamp(worth + (random() + random() - 1) * 2 * stray);
  return Array.from({ length: count }, () => {
    const able = random() * 4;
    const worth = Array.from({ length: criteria }, () => able + random() - 0.5);
    const people = worth.map((each) => Array.from({ length: reviewers }, () => near(each)));
    const settled = people.map((levels) => [...levels].sort((a, b) => a - b)[Math.floor((levels.length - 1) / 2)] ?? 0);
    return { grader: worth.map(near), settled, people };
  });
}

type Kept = {
  sessions: readonly MadeSession[];
  /** Whose levels they are, in the order of the levels. */
  reviewers: readonly { id: string }[];
  reviewState?: "waiting" | "adjudicating" | "complete";
  grader?: string;
  reviewedAt?: Date;
};

/** The same as rows of an assessment's sessions, which nobody has to have sat; gives their ids. */
export async function keepSessions(
  assessment: {
    organisationId: string;
    part: { id: string; assessmentId: string; slug: string; scenarioHash: string };
  },
  { sessions, reviewers, reviewState = "complete", grader = "offline", reviewedAt = new Date() }: Kept,
): Promise<string[]> {
  const { organisationId, part } = assessment;
  const { rubric } = await getVersion(part.scenarioHash);
  const rows = sessions.map((made) => ({ id: randomUUID(), userId: randomUUID(), candidacyId: randomUUID(), made }));
  await db().user.createMany({
    data: rows.map(({ userId }) => ({ id: userId, name: "Quenby Candidate", email: `${userId}@example.com` })),
  });
  await db().candidacy.createMany({
    data: rows.map(({ userId, candidacyId }) => ({
      id: candidacyId,
      assessmentId: part.assessmentId,
      userId,
      code: userId.slice(0, 8).toUpperCase(),
      acknowledgedAt: reviewedAt,
      notice: {},
      deleteAt: new Date(Date.now() + 180 * 86_400_000),
    })),
  });
  await db().session.createMany({
    data: rows.map(({ id, userId, candidacyId }) => ({
      id,
      userId,
      candidacyId,
      scenarioHash: part.scenarioHash,
      slug: part.slug,
      organisationId,
      mode: "assessment" as const,
      phase: "finished" as const,
      startedAt: reviewedAt,
      finishedAt: reviewedAt,
      lastActiveAt: reviewedAt,
      partId: part.id,
      reviewState,
    })),
  });
  await db().sessionLevel.createMany({
    data: rows.flatMap(({ id: sessionId, made }) =>
      rubric.criteria.map(({ id: criterionId }, at) => {
        const people = made.people[at] ?? [];
        const [settled, graderLevel] = [made.settled[at] ?? 0, made.grader[at] ?? 0];
        return {
          sessionId,
          criterionId,
          organisationId,
          scenarioHash: part.scenarioHash,
          reviewedAt,
          grader,
          graderLevel,
          people,
          reviewerIds: reviewers.slice(0, people.length).map(({ id }) => id),
          settled,
          settledBy: "median",
          spread: Math.max(...people) - Math.min(...people),
          gap: Math.abs(settled - graderLevel),
        };
      }),
    ),
  });
  return rows.map(({ id }) => id);
}
