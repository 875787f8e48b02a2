import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { addDays, dayOf, daysBetween } from "#app/domain/practice/day.ts";
import { expectedDues } from "#app/domain/practice/schedule.ts";
import {
  farthestDays,
  GoalTargetSchema,
  goalWords,
  planUntil,
  type GoalCandidate,
  type GoalTarget,
  type PlanDay,
} from "#app/domain/progress/goal.ts";
import type { CompetencyMastery } from "#app/domain/progress/mastery.ts";
import { countBegunToday, listActiveCards } from "#app/services/practice/read-card.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";
import { db } from "#app/db/client.server.ts";

export type GoalView = {
  day: string;
  target: GoalTarget;
  words: string;
  /** The days until then, from today on. */
  plan: PlanDay[];
  /** Since the goal was set. */
  done: { sessions: number; mocks: number; reviews: number; drills: number };
};

async function countDone(viewer: Viewer, since: Date): Promise<GoalView["done"]> {
  const finished = { ...outsideAssessments, userId: viewer.id, phase: "finished" as const, finishedAt: { gte: since } };
  const [sessions, mocks, reviews, drills] = await Promise.all([
    db().session.count({ where: finished }),
    db().session.count({ where: { ...finished, mode: "mock" } }),
    db().cardReview.count({ where: { card: { userId: viewer.id }, reviewedAt: { gte: since } } }),
    db().drillAttempt.count({ where: { userId: viewer.id, endedAt: { gte: since } } }),
  ]);
  return { sessions, mocks, reviews, drills };
}

type Known = { mastery: readonly CompetencyMastery[]; candidates: readonly GoalCandidate[]; now: Date };

/** The viewer's goal and what is left to do for it, worked out from what was done; null without a goal. */
export async function getGoal(viewer: Viewer, { mastery, candidates, now }: Known): Promise<GoalView | null> {
  const goal = await db().goal.findUnique({ where: { userId: viewer.id } });
  if (!goal) return null;
  const today = dayOf(now);
  const target = GoalTargetSchema.parse(goal.target);
  const left = Math.max(0, Math.min(farthestDays, daysBetween(today, goal.day)));
  const days = Array.from({ length: left }, (_, at) => addDays(today, at));
  const [cards, begunToday, sessions, done] = await Promise.all([
    listActiveCards(viewer),
    countBegunToday(viewer, now),
    db().session.findMany({
      where: { ...outsideAssessments, userId: viewer.id, phase: "finished" },
      select: { finishedAt: true, startedAt: true, mode: true },
    }),
    countDone(viewer, goal.createdAt),
  ]);
  const memories = cards.map(({ memory }) => memory);
  const plan = planUntil({
    today,
    day: goal.day,
    target,
    mastery,
    candidates,
    cards: expectedDues(memories, days, { now, begunToday }),
    sessions: sessions.map(({ finishedAt, startedAt, mode }) => ({
      day: dayOf(finishedAt ?? startedAt),
      isMock: mode === "mock",
    })),
  });
  return { day: goal.day, target, words: goalWords(goal.day, today), plan, done };
}
