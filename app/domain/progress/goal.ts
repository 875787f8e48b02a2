/**
 * What a person prepares for, and a plan of days until then. The plan is worked out anew each time from what was really
 * done: an interview that was put off is due until it is had. It keeps to a few plain rules: sessions every second day and
 * every third while there is time, a mock every fourth to seventh day and one two days before, and on the last day only
 * cards and sleep.
 */
import { z } from "zod";
import { competencies, type Competency } from "../scenarios/competency.ts";
import { levels, type ScenarioLevel } from "../scenarios/schema.ts";
import { addDays, DaySchema, daysBetween } from "../practice/day.ts";
import type { CompetencyMastery } from "./mastery.ts";
import { byNeed, dayWords, type Candidate } from "./next-scenario.ts";

export const GoalTargetSchema = z.object({
  /** What matters most there; without any, all seven do. */
  competencies: z.array(z.enum(competencies)).default([]),
  level: z.enum(levels).nullable().default(null),
});
export type GoalTarget = z.infer<typeof GoalTargetSchema>;

export const farthestDays = 180;

/** Why a day cannot be a goal, in a sentence; null where it can. */
export function problemOfDay(day: string, today: string): string | null {
  if (day.trim() === "") return "Give the day of your interview.";
  if (!DaySchema.safeParse(day).success) return "Give a day of the calendar, as 2026-12-03.";
  const ahead = daysBetween(today, day);
  if (ahead < 0) return `${dayWords(day)} has passed. Give a day that is still to come.`;
  if (ahead > farthestDays) {
    return `${dayWords(day)} is ${ahead} days away. A plan that far ahead would be a guess: give a day within ${farthestDays}, and come back for a later one.`;
  }
  return null;
}

export type PlanDay = {
  day: string;
  kind: "practice" | "mock" | "cards" | "rest";
  scenario: { slug: string; title: string } | null;
  focus: Competency | null;
  cards: number;
  /** Today's session, where one has been finished already. */
  done: boolean;
};

export type GoalCandidate = Candidate & { level: ScenarioLevel };

export type PlanInput = {
  today: string;
  day: string;
  target: GoalTarget;
  mastery: readonly CompetencyMastery[];
  candidates: readonly GoalCandidate[];
  /** Cards expected to come due, from today on. */
  cards: readonly number[];
  /** Days on which sessions were finished, and which of them were mocks. */
  sessions: readonly { day: string; isMock: boolean }[];
};

/** Weak and unknown ones first: the lower end of what is possible says both. */
function focusOrder({ target, mastery }: PlanInput): Competency[] {
  const wanted = target.competencies.length > 0 ? target.competencies : competencies;
  return mastery
    .filter(({ competency }) => wanted.includes(competency))
    .toSorted((a, b) => a.low - b.low)
    .map(({ competency }) => competency);
}

function scenariosFor({ candidates, target }: PlanInput): GoalCandidate[] {
  const fitting = candidates.filter(({ level }) => target.level === null || level === target.level);
  return fitting.length > 0 ? fitting : [...candidates];
}

type Kind = "practice" | "mock" | null;

/** What a day asks for, from how long ago the last session and the last mock were. */
function kindOf(left: number, since: { session: number; mock: number; sessions: number }): Kind {
  if (left < 2) return null;
  if (left === 2) return since.mock >= 2 ? "mock" : null;
  const mockEvery = left <= 8 ? 4 : 7;
  const sessionEvery = left <= 14 ? 2 : 3;
  if (since.session < sessionEvery) return null;
  // A mock says little before there is anything to go by, and one is coming two days before the end.
  if (since.sessions > 0 && since.mock >= mockEvery && left > 3) return "mock";
  return "practice";
}

/** From today to the day before; empty on the day itself and after it. */
export function planUntil(input: PlanInput): PlanDay[] {
  const { today, day: goal, cards, sessions } = input;
  const focuses = focusOrder(input);
  let candidates = scenariosFor(input);
  const had = sessions.map((each) => ({ ...each }));
  const plan: PlanDay[] = [];
  let turn = 0;
  for (let at = 0; at < daysBetween(today, goal); at += 1) {
    const day = addDays(today, at);
    const ago = (those: readonly { day: string }[]) => Math.min(99, ...those.map((each) => daysBetween(each.day, day)));
    const doneToday = at === 0 ? had.findLast((each) => each.day === day) : undefined;
    const since = { session: ago(had), mock: ago(had.filter(({ isMock }) => isMock)), sessions: had.length };
    const kind = doneToday ? null : kindOf(daysBetween(day, goal), since);
    const due = cards[at] ?? 0;
    const quiet = due > 0 ? ("cards" as const) : ("rest" as const);
    const focus = kind === null ? null : (focuses[turn % Math.max(1, focuses.length)] ?? null);
    const fitting = (those: typeof candidates) => those.filter(({ isExercise }) => !isExercise || kind === "practice");
    if (kind !== null && fitting(candidates).length === 0) candidates = scenariosFor(input);
    const situations = fitting(candidates);
    const scenario = focus === null ? null : (byNeed(situations, focus)[0] ?? situations[0] ?? null);
    if (kind !== null) {
      turn += 1;
      had.push({ day, isMock: kind === "mock" });
      candidates = candidates.filter((each) => each !== scenario);
    }
    plan.push({
      day,
      kind: doneToday ? (doneToday.isMock ? "mock" : "practice") : (kind ?? quiet),
      scenario: scenario && { slug: scenario.slug, title: scenario.title },
      focus,
      cards: due,
      done: doneToday !== undefined,
    });
  }
  return plan;
}

/** Where one stands, in a sentence. */
export function goalWords(day: string, today: string): string {
  const left = daysBetween(today, day);
  if (left < 0) return `The day you prepared for, ${dayWords(day)}, has passed. Give the next one, or clear it.`;
  if (left === 0) return "It is today. There is no time left to plan: look at what is due, then leave it.";
  if (left === 1) return "It is tomorrow. No more interviews now: go over the cards that are due, then leave it.";
  return `${left} days are left until ${dayWords(day)}.`;
}
