/** The turns of an interview as one steps through them: what was said at a time, and when. */
import { groupLabel, groupTurns } from "#app/components/transcript/turns.ts";
import { durationWords } from "#app/components/ui/duration-words.ts";
import type { Milestone } from "#app/domain/grading/scorecard/known-so-far.ts";
import type { ScorecardTurn } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { Pace, TurnPace } from "#app/domain/interview/pace.ts";

/** `number` counts from 1: it is what the address says. */
export type ReplayStep = {
  number: number;
  group: [ScorecardTurn, ...ScorecardTurn[]];
  lastSeq: number;
  label: string;
  pace: TurnPace | undefined;
  milestones: Milestone[];
};

const aMoment = 1_000;

function labelOf(group: ReplayStep["group"], pace: TurnPace | undefined): string {
  const label = groupLabel(group);
  if (group[0].speaker !== "candidate" || pace === undefined || pace.tookMs < aMoment) return label;
  const since = group[0].kind === "clarification" ? "later" : "after the question";
  return `${label}, ${durationWords(pace.tookMs)} ${since}`;
}

export function stepsOf(
  turns: readonly ScorecardTurn[],
  pace: Pace,
  milestones: ReadonlyMap<number, Milestone[]>,
): ReplayStep[] {
  return groupTurns(turns).map((group, at) => {
    const own = pace.turns.find(({ seq }) => seq === group[0].seq);
    return {
      number: at + 1,
      group,
      lastSeq: group.at(-1)?.seq ?? group[0].seq,
      label: labelOf(group, own),
      pace: own,
      milestones: group.flatMap(({ seq }) => milestones.get(seq) ?? []),
    };
  });
}

/** The step an address names; an address that names none leads to the first, and says why. */
export function stepNamed(named: string | null, count: number): { number: number; problem: string | null } {
  if (named === null) return { number: 1, problem: null };
  const number = /^\d{1,6}$/.test(named.trim()) ? Number(named) : NaN;
  if (number >= 1 && number <= count) return { number, problem: null };
  return { number: 1, problem: `There is no such turn: turns go from 1 to ${count}. This is the first.` };
}

const wordsAMinute = 230;
const [leastMs, mostMs] = [2_000, 40_000];

/** How long a turn is shown at the pace it is read. */
export function readingMs({ group }: Pick<ReplayStep, "group">): number {
  const words = group.flatMap(({ text }) => text.match(/\S+/g) ?? []).length;
  return Math.min(mostMs, Math.max(leastMs, (words / wordsAMinute) * 60_000));
}

/** The interview's time, and what of it was none. */
export function paceWords({ atWorkMs, pausedMs, awayMs, placed }: Pace): string {
  const rest = [
    ...(pausedMs >= aMoment ? [`the clock stood still for ${durationWords(pausedMs)}`] : []),
    ...(awayMs > 0 ? [`away for ${aboutWords(awayMs)}`] : []),
  ];
  const where = rest.length > 0 && !placed ? ", it is not known where" : "";
  return `${durationWords(atWorkMs)} at work${rest.map((each) => `, ${each}`).join("")}${where}`;
}

/** Time away is known to the minute at best. */
export function aboutWords(durationMs: number): string {
  return `about ${durationWords(Math.max(1, Math.round(durationMs / 60_000)) * 60_000)}`;
}
