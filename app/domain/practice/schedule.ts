/**
 * When a card comes back: FSRS 6 as ts-fsrs computes it (Ye, Su and Cao 2022, "A Stochastic Shortest Path Algorithm for
 * Optimizing Spaced Repetition Scheduling"), with its published default weights, for a recall of nine in ten. Chance is
 * off, so that the same ratings at the same times always give the same memory and a log can be replayed. A card that was
 * forgotten comes back after ten minutes once; everything else waits for days.
 */
import { createEmptyCard, fsrs, Rating as SchedulerRating, type Card, type CardInput, type Grade } from "ts-fsrs";
import { z } from "zod";
import { addDays, dayOf } from "./day.ts";

export const wantedRetention = 0.9;

const scheduler = fsrs({
  request_retention: wantedRetention,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: ["10m"],
  relearning_steps: ["10m"],
});

export const ratings = [1, 2, 3, 4] as const;
export type Rating = (typeof ratings)[number];
export const RatingSchema = z.coerce.number().pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]));
export const ratingName: Record<Rating, string> = { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" };

const moment = z.iso.datetime();

/** The card of the scheduler, as it is stored. */
export const MemorySchema = z.object({
  due: moment,
  stability: z.number(),
  difficulty: z.number(),
  elapsed_days: z.number(),
  scheduled_days: z.number(),
  learning_steps: z.number(),
  reps: z.int(),
  lapses: z.int(),
  state: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  last_review: moment.nullable(),
});
export type Memory = z.infer<typeof MemorySchema>;

/** One rating: the memory before it, and how likely the scheduler held a recall to be at that moment. */
export const ReviewLogSchema = z.object({
  rating: RatingSchema,
  reviewedAt: moment,
  before: MemorySchema,
  /** Null for a card that was still being learned. */
  retrievability: z.number().min(0).max(1).nullable(),
});
export type ReviewLog = z.infer<typeof ReviewLogSchema>;

/** The scheduler's states, by the number they are stored as. */
const states = ["New", "Learning", "Review", "Relearning"] as const;

const gradeOf: Record<Rating, Grade> = {
  1: SchedulerRating.Again,
  2: SchedulerRating.Hard,
  3: SchedulerRating.Good,
  4: SchedulerRating.Easy,
};

/** A card that nobody has tried to recall yet. */
export function isNew({ state }: Memory): boolean {
  return states[state] === "New";
}

/** A card that was recalled before and came back after days. */
export function isLearned({ state }: Memory): boolean {
  return states[state] === "Review";
}

function cardOf({ state, ...memory }: Memory): CardInput {
  return { ...memory, state: states[state] };
}

function stored(card: Card): Memory {
  const { due, last_review: last, ...rest } = card;
  return { ...rest, due: due.toISOString(), last_review: last?.toISOString() ?? null };
}

/** A memory of something that was missed and never recalled: due at once. */
export function newMemory(now: Date): Memory {
  return stored(createEmptyCard(now));
}

/** A clock that was set back does not make time run backwards for a memory. */
function notBefore({ last_review: last }: Memory, now: Date): Date {
  return last !== null && Date.parse(last) > now.getTime() ? new Date(last) : now;
}

export function rate(memory: Memory, rating: Rating, now: Date): { memory: Memory; log: ReviewLog } {
  const at = notBefore(memory, now);
  const { card } = scheduler.next(cardOf(memory), at, gradeOf[rating]);
  const log = {
    rating,
    reviewedAt: at.toISOString(),
    before: memory,
    retrievability: isLearned(memory) ? scheduler.get_retrievability(cardOf(memory), at, false) : null,
  };
  return { memory: stored(card), log };
}

/** For each rating, when the card would come back. */
export function previewOf(memory: Memory, now: Date): { rating: Rating; due: string }[] {
  return ratings.map((rating) => ({ rating, due: rate(memory, rating, now).memory.due }));
}

/** The memory that a log leads to; `first` is what the card began with. */
export function replay(first: Memory, log: readonly Pick<ReviewLog, "rating" | "reviewedAt">[]): Memory {
  return log.reduce((memory, { rating, reviewedAt }) => rate(memory, rating, new Date(reviewedAt)).memory, first);
}

/** How many cards nobody has seen yet are begun on one day: a first interview can miss twenty checks. */
export const newCardsADay = 8;

/**
 * When each card is really asked for: new ones wait their turn, so many a day in the order given, after those that were begun
 * today already; all others when they are due.
 */
export function turnsOf(memories: readonly Memory[], now: Date, begunToday: number): string[] {
  let waiting = begunToday;
  return memories.map((memory) => {
    const { due } = memory;
    if (!isNew(memory)) return due;
    const days = Math.floor(waiting / newCardsADay);
    waiting += 1;
    return days === 0 ? due : `${addDays(dayOf(now), days)}T00:00:00.000Z`;
  });
}

/** How often cards come due by day if each is rated good whenever it is; one count for each of the days. */
export function expectedDues(
  memories: readonly Memory[],
  days: readonly string[],
  { now, begunToday }: { now: Date; begunToday: number },
): number[] {
  const counts = days.map(() => 0);
  const turns = turnsOf(memories, now, begunToday);
  for (const [at, memory] of memories.entries()) {
    let current = { ...memory, due: turns[at] ?? memory.due };
    for (const [index, day] of days.entries()) {
      if (current.due.slice(0, 10) > day) continue;
      counts[index] = (counts[index] ?? 0) + 1;
      // Cards of one day are spread over its hours; which hour hardly moves a schedule of days.
      const hour = String(8 + (at % 12)).padStart(2, "0");
      do current = rate(current, 3, new Date(`${day}T${hour}:00:00.000Z`)).memory;
      while (current.due.slice(0, 10) <= day);
    }
  }
  return counts;
}
