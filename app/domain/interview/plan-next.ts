/**
 * What the interviewer does after an answer. The engine decides it, and no voice changes it: a wrong number or two sayings
 * that do not agree are held up once each, a twist comes once, not knowing is accepted, a talk that has left the matter is
 * brought back, and each follow-up is aimed at a check that is not met yet.
 */
import type { Check, Scenario } from "../scenarios/schema.ts";
import { sharesRun } from "../text/word-runs.ts";
import { wordsIn } from "../text/words.ts";
import { chooseFollowUp, type Doubts, type VerdictsSoFar } from "./follow-up.ts";
import { askAbout, challenge, leadIn, type Contradiction, type LeadIn, type WrongNumber } from "./lead-in.ts";
import type { Move } from "./moves.ts";
import { saysNotKnowing } from "./not-knowing.ts";
import { isQuestion, questionsAnswered, questionsAsked, questionsInAll, type Said } from "./session.ts";
import type { Turn } from "./transcript.ts";
import { rubricRuns } from "./wording.ts";

/** What is known of the answers so far, by whoever reads them; the last three are of the newest answer. */
export type Reading = {
  verdicts: VerdictsSoFar;
  doubts?: Doubts;
  wrongNumbers?: readonly WrongNumber[];
  contradiction?: Contradiction | null;
  /** Share of its words that bear on the question or the situation, 0 to 1. */
  bearing?: number;
};

type Plan = { scenario: Scenario; turns: readonly Turn[]; reading: Reading };

/** An answer of fewer words is not too long, whatever is in it. */
const longAnswerWords = 90;
const mostlyBeside = 0.5;

/** The words of the newest answer, without what was drawn. */
function newestAnswer(turns: readonly Turn[]): string {
  const said = turns.slice(turns.findLastIndex(isQuestion) + 1).filter(({ kind }) => kind === "answer");
  return said.map(({ text }) => text).join("\n");
}

function aim({ scenario, turns, reading }: Plan, criterionIds?: readonly string[]): Check | null {
  const { verdicts, doubts } = reading;
  return chooseFollowUp(scenario.rubric, turns, verdicts, { doubts, criterionIds });
}

function ask(text: string, check: Check, move: Move): Said {
  return { speaker: "interviewer", kind: "question", text, checkId: check.id, move };
}

const came = ({ turns }: Plan, move: Move) => turns.some((turn) => turn.move === move);

/** What a candidate said may be the rubric's own words; then it is not said back. */
const isSayable = ({ scenario }: Plan, text: string) =>
  text.split("?").length === 2 && !sharesRun(text, rubricRuns(scenario.rubric));

/** A number belongs to the check that rests on it, else to the economics; where nothing is open there, it stands. */
function challengeNumber(plan: Plan): Said | null {
  if (came(plan, "wrong_number")) return null;
  for (const number of plan.reading.wrongNumbers ?? []) {
    const check = number.criterionIds.map((id) => aim(plan, [id])).find((found) => found !== null);
    const text = challenge(number);
    if (check && isSayable(plan, text)) return ask(text, check, "wrong_number");
  }
  return null;
}

/** Which of two sayings holds is a matter of the decision, and of whatever is open if that is not. */
function askAboutContradiction(plan: Plan): Said | null {
  const { contradiction } = plan.reading;
  if (!contradiction || came(plan, "contradiction")) return null;
  const decision = plan.scenario.rubric.criteria.filter(({ competency }) => competency === "decision");
  const check =
    aim(
      plan,
      decision.map(({ id }) => id),
    ) ?? aim(plan);
  const text = askAbout(contradiction);
  return check && isSayable(plan, text) ? ask(text, check, "contradiction") : null;
}

function leadInFor({ turns, reading }: Plan): LeadIn | null {
  const answer = newestAnswer(turns);
  if (saysNotKnowing(answer)) return "accepts_not_knowing";
  const isLong = wordsIn(answer).length >= longAnswerWords;
  return isLong && (reading.bearing ?? 1) < mostlyBeside ? "back_to_the_point" : null;
}

const ledIn = (lead: LeadIn | null, { turns }: Plan, text: string) =>
  lead === null ? text : `${leadIn(lead, questionsAsked(turns))} ${text}`;

/** Never before something was answered: a change needs something to change. */
function twistDue(plan: Plan): boolean {
  const { scenario, turns } = plan;
  if (!scenario.twist || turns.some(({ kind }) => kind === "twist")) return false;
  const answered = questionsAnswered(turns);
  return answered > 0 && (answered >= scenario.twist.after || aim(plan) === null);
}

function twist(plan: Plan): Said | null {
  if (!plan.scenario.twist || !twistDue(plan)) return null;
  const { change, asks } = plan.scenario.twist;
  const text = ledIn(leadInFor(plan), plan, `${change} ${asks}`);
  return { speaker: "interviewer", kind: "twist", text, move: "twist" };
}

function probe(plan: Plan): Said | null {
  const check = aim(plan);
  if (!check) return null;
  const lead = leadInFor(plan);
  return ask(ledIn(lead, plan, check.probe), check, lead ?? "probe");
}

/** Null where nothing more is to be asked. */
export function planNext(scenario: Scenario, turns: readonly Turn[], reading: Reading): Said | null {
  const left = questionsInAll(scenario) - questionsAsked(turns);
  if (left <= 0) return null;
  const plan = { scenario, turns, reading };
  // The last question is the twist's, where one is due: what is held up must not push it out.
  const heldUp = left === 1 && twistDue(plan) ? null : (challengeNumber(plan) ?? askAboutContradiction(plan));
  return heldUp ?? twist(plan) ?? probe(plan);
}
