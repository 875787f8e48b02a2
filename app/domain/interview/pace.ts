/**
 * How an interview went in time, told from when each turn was sent. Time at work is counted by signs of life; what the clock
 * stood still for, and the hours away, are known as sums only. Each is told of a turn where it fits before no other one.
 */
import { awayAfterMs } from "./clock.ts";
import { isAnswer, isQuestion } from "./session.ts";
import type { Turn } from "./transcript.ts";

export type TimedTurn = Pick<Turn, "seq" | "speaker" | "kind"> & { createdAt: Date };

/** `limitMs` and `endsAt` where there was a clock: its end moved on by as long as it stood still. */
export type Run = {
  startedAt: Date;
  finishedAt: Date;
  spentMs: number;
  limitMs: number | null;
  endsAt: Date | null;
};

/** `atMs` after the start and `tookMs` since what was answered, both without what stood still and is told here. */
export type TurnPace = { seq: number; atMs: number; tookMs: number; pausedMs: number; awayMs: number };

/** `placed` says whether the turns tell all that stood still. */
export type Pace = {
  totalMs: number;
  atWorkMs: number;
  pausedMs: number;
  awayMs: number;
  placed: boolean;
  turns: TurnPace[];
};

const between = (from: Date, to: Date) => Math.max(0, to.getTime() - from.getTime());

function pausedIn({ startedAt, limitMs, endsAt }: Run): number {
  return limitMs === null || endsAt === null ? 0 : Math.max(0, between(startedAt, endsAt) - limitMs);
}

/** A gap is away only above `awayAfterMs`; what is less is the seconds between two signs of life. */
function awayIn(run: Run, pausedMs: number): number {
  const restMs = between(run.startedAt, run.finishedAt) - run.spentMs - pausedMs;
  return restMs > awayAfterMs ? restMs : 0;
}

/** The one stretch before a turn that is long enough to hold it, as an index; -1 where there is none or more than one. */
function placeOf(ms: number, leastMs: number, stretches: readonly number[]): number {
  const fitting = stretches.flatMap((each, at) => (ms > 0 && each >= leastMs ? [at] : []));
  return fitting.length === 1 ? (fitting[0] ?? -1) : -1;
}

/** Since what a turn answers: an answer its question, all else the turn before. */
function answeredAt(turns: readonly TimedTurn[], at: number): number {
  const turn = turns[at];
  if (!turn || !isAnswer(turn)) return Math.max(0, at - 1);
  return Math.max(
    0,
    turns.slice(0, at).findLastIndex((each) => isQuestion(each)),
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

export function paceOf(turns: readonly TimedTurn[], run: Run): Pace {
  const [pausedMs, totalMs] = [pausedIn(run), between(run.startedAt, run.finishedAt)];
  const awayMs = awayIn(run, pausedMs);
  const times = turns.map(({ createdAt }) => createdAt);
  const stretches = times.map((time, at) => between(times[at - 1] ?? run.startedAt, time));
  const pausedAt = placeOf(pausedMs, pausedMs, stretches);
  const awayAt = placeOf(awayMs, awayAfterMs, stretches);
  const stoodStill = (at: number) => ({
    pausedMs: at === pausedAt ? pausedMs : 0,
    awayMs: at === awayAt ? Math.min(awayMs, stretches[at] ?? 0) : 0,
  });
  const worked = stretches.map((ms, at) => Math.max(0, ms - stoodStill(at).pausedMs - stoodStill(at).awayMs));
  return {
    totalMs,
    atWorkMs: run.spentMs,
    pausedMs,
    awayMs,
    placed: (pausedMs === 0 || pausedAt >= 0) && (awayMs === 0 || awayAt >= 0),
    turns: turns.map(({ seq }, at) => ({
      seq,
      atMs: sum(worked.slice(0, at + 1)),
      tookMs: sum(worked.slice(answeredAt(turns, at) + 1, at + 1)),
      ...stoodStill(at),
    })),
  };
}
