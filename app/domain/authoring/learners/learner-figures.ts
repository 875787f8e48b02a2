/**
 * What learners' interviews at one scenario come to: how many and how far, how scores are spread, which checks are missed.
 * Figures over few interviews say that they are few.
 */
import type { Rubric, Verdict } from "../../scenarios/schema.ts";
import { titleOf } from "../../scenarios/schema.ts";

/** Below this many interviews a share says little. */
export const fewestInterviews = 5;

/** `number` is of the version; null for one that is not known any more. */
export type TakenSession = {
  id: string;
  userId: string;
  isFinished: boolean;
  number: number | null;
  score: number | null;
};

export type Attempts = {
  attempts: number;
  people: number;
  finished: number;
  graded: number;
  /** The score in the middle, of an even number the lower one. */
  median: number | null;
};

export function countAttempts(sessions: readonly TakenSession[]): Attempts {
  const scores = sessions.flatMap(({ score }) => score ?? []).toSorted((a, b) => a - b);
  return {
    attempts: sessions.length,
    people: new Set(sessions.map(({ userId }) => userId)).size,
    finished: sessions.filter(({ isFinished }) => isFinished).length,
    graded: scores.length,
    median: scores[Math.floor((scores.length - 1) / 2)] ?? null,
  };
}

export type ByVersion = Attempts & { number: number | null };

/** The newest version first, what is of none at the end. */
export function countByVersion(sessions: readonly TakenSession[]): ByVersion[] {
  const numbers = [...new Set(sessions.map(({ number }) => number))].sort((a, b) => (b ?? -1) - (a ?? -1));
  return numbers.map((number) => ({
    number,
    ...countAttempts(sessions.filter((session) => session.number === number)),
  }));
}

/** Scores from `from` up to `to`, the last of them included at 100. */
export type ScoreStep = { from: number; to: number; count: number };

const stepWidth = 10;

/** Ten steps of ten points. */
export function spreadScores(sessions: readonly TakenSession[]): ScoreStep[] {
  const steps = Array.from({ length: 100 / stepWidth }, (_, at): ScoreStep => {
    const from = at * stepWidth;
    return { from, to: from + stepWidth, count: 0 };
  });
  for (const { score } of sessions) {
    const step = score === null ? undefined : steps[Math.min(steps.length - 1, Math.floor(score / stepWidth))];
    if (step) step.count += 1;
  }
  return steps;
}

export type VerdictCount = { id: string; verdict: string; count: number };

/** `key` is null for what the rubric does not have any more. */
export type ItemFigures = {
  id: string;
  key: string | null;
  title: string;
  isRedFlag: boolean;
  /** Where it stands in rubric.yaml, as the form names the place. */
  path: string | null;
  answers: number;
  counts: Record<Verdict, number>;
};

type Known = Pick<ItemFigures, "key" | "title" | "isRedFlag" | "path">;

const letter = (at: number) => String.fromCharCode(65 + at);

function knownItems(rubric: Rubric | null): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const [at, { checks, redFlags }] of (rubric?.criteria ?? []).entries()) {
    for (const [nth, check] of checks.entries()) {
      const path = `criteria[${at}].checks[${nth}]`;
      known.set(check.id, { key: `${letter(at)}${nth + 1}`, title: titleOf(check), isRedFlag: false, path });
    }
    for (const [nth, flag] of redFlags.entries()) {
      const path = `criteria[${at}].redFlags[${nth}]`;
      known.set(flag.id, { key: `${letter(at)}F${nth + 1}`, title: titleOf(flag), isRedFlag: true, path });
    }
  }
  return known;
}

const none = (): Record<Verdict, number> => ({ met: 0, partial: 0, not_met: 0, insufficient_evidence: 0 });

const isVerdict = (word: string, counts: Record<Verdict, number>): word is Verdict => Object.hasOwn(counts, word);

const missedShare = ({ answers, counts }: ItemFigures) =>
  answers === 0 ? 0 : (counts.not_met + counts.insufficient_evidence + counts.partial / 2) / answers;

const raisedShare = ({ answers, counts }: ItemFigures) => (answers === 0 ? 0 : counts.met / answers);

/** `flags` names the red flags that the rubric may not have any more. Checks most missed first, flags most raised first. */
export function figureItems(
  rubric: Rubric | null,
  { verdicts, flags }: { verdicts: readonly VerdictCount[]; flags: ReadonlySet<string> },
): { checks: ItemFigures[]; redFlags: ItemFigures[] } {
  const known = knownItems(rubric);
  const figures = new Map<string, ItemFigures>();
  for (const { id, verdict, count } of verdicts) {
    const gone: Known = { key: null, title: titleOf({ id }), isRedFlag: flags.has(id), path: null };
    const item = figures.get(id) ?? { id, ...(known.get(id) ?? gone), answers: 0, counts: none() };
    figures.set(id, item);
    if (!isVerdict(verdict, item.counts)) continue;
    item.counts[verdict] += count;
    item.answers += count;
  }
  const all = [...figures.values()];
  return {
    checks: all.filter(({ isRedFlag }) => !isRedFlag).sort((a, b) => missedShare(b) - missedShare(a)),
    redFlags: all.filter(({ isRedFlag }) => isRedFlag).sort((a, b) => raisedShare(b) - raisedShare(a)),
  };
}
