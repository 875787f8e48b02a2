/**
 * The interview as a state machine: an opening question, then as many more as the scenario allows, with clarifying questions
 * and hints in between, until the questions, the candidate or the clock end it. It decides what may happen; what is asked
 * next is planned in plan-next.ts. Pure: the caller brings the time and whatever is known of the answers.
 */
import type { Scenario } from "../scenarios/schema.ts";
import { leaveToAssume } from "./assumptions.ts";
import { isUp, type Clock } from "./clock.ts";
import { hintsInAll } from "./hints.ts";
import type { Move } from "./moves.ts";
import type { Turn } from "./transcript.ts";

export type Mode = "practice" | "mock" | "assessment";
export type Phase = "answering" | "finished";

/** `now` is needed where there is a clock. */
export type InterviewState = {
  phase: Phase;
  turns: readonly Turn[];
  mode?: Mode;
  clock?: Clock | null;
  now?: Date;
};

/** Characters of one answer, one diagram or one clarifying question; about ten pages of prose. */
export const maxAnswerChars = 20_000;
export const maxClarifications = 12;

export type Refusal =
  | "finished"
  | "empty"
  | "too_long"
  | "stale"
  | "too_many_questions"
  | "nothing_answered"
  | "time_is_up"
  | "paused"
  | "no_hints"
  | "no_more_hints";

export const refusalMessage: Record<Refusal, string> = {
  finished: "This interview is finished. Its transcript can no longer change.",
  empty: "There is nothing to send yet. Write an answer, or draw one.",
  too_long: `An answer may be at most ${maxAnswerChars.toLocaleString("en")} characters long. Shorten it and send it again.`,
  stale: "The interview has moved on in another tab. Your text is still here; read the newest question first.",
  too_many_questions: `You have asked ${maxClarifications} questions. Go on with what you know, and state what you assume.`,
  nothing_answered: "Answer at least one question before you finish.",
  time_is_up: "Time is up. What came in before is kept and graded; this came too late to count.",
  paused: "The interview is paused. Resume it first; your text is still here.",
  no_hints: "There are no hints here. Answer with what you know, and say what you are unsure of.",
  no_more_hints:
    "You have had every hint for this question. Answer with what you know; you may say that you do not know.",
};

export type Step = { ok: true; phase: Phase; added: Turn[] } | { ok: false; reason: Refusal };

export type Said = Pick<Turn, "speaker" | "kind" | "text" | "pasted"> & {
  checkId?: string;
  factId?: string;
  move?: Move;
};

function append(turns: readonly Turn[], said: readonly Said[]): Turn[] {
  return said.map((turn, index) => ({ checkId: null, factId: null, ...turn, seq: turns.length + index + 1 }));
}

export const isQuestion = (turn: Pick<Turn, "kind">) => turn.kind === "question" || turn.kind === "twist";

export const isAnswer = (turn: Pick<Turn, "kind">) => turn.kind === "answer" || turn.kind === "diagram";

/** How many questions an interview has at most: the opening and what follows it. */
export function questionsInAll({ followUps }: Pick<Scenario, "followUps">): number {
  return 1 + followUps;
}

/** How many of them have been put. */
export function questionsAsked(turns: readonly Turn[]): number {
  return turns.filter(isQuestion).length;
}

/** Questions that got an answer: all of them once the newest one has, else all but the newest. */
export function questionsAnswered(turns: readonly Turn[]): number {
  return turns.filter((turn, index) => isQuestion(turn) && turns.slice(index + 1).some(isAnswer)).length;
}

export function startInterview(scenario: Scenario): Turn[] {
  return append([], [{ speaker: "interviewer", kind: "question", text: scenario.opening, move: "opening" }]);
}

function clockRefusal({ clock, now }: InterviewState): Refusal | null {
  if (!clock) return null;
  if (clock.pausedAt !== null) return "paused";
  return now && isUp(clock, now) ? "time_is_up" : null;
}

function refusal(state: InterviewState, sent: { text: string; seenSeq: number }): Refusal | null {
  if (state.phase === "finished") return "finished";
  if (sent.text.length > maxAnswerChars) return "too_long";
  const stopped = clockRefusal(state);
  if (stopped) return stopped;
  // A tab that has not seen the newest turn would answer a question it never showed.
  return sent.seenSeq === state.turns.length ? null : "stale";
}

/** `pasted` is how many characters of the text came by pasting, as the browser says. */
export type Unsent = { text: string; diagram: string; pasted?: number | undefined };

/** Whatever was pasted and taken out again, no more was pasted than the answer is long. */
function saidIn({ text: written, diagram, pasted = 0 }: Unsent): Said[] {
  const text = written.trim();
  const said: Said[] = [
    { speaker: "candidate", kind: "answer", text, ...(pasted > 0 && { pasted: Math.min(pasted, text.length) }) },
    { speaker: "candidate", kind: "diagram", text: diagram.trim() },
  ];
  return said.filter((turn) => turn.text !== "");
}

export type Answer = Unsent & { seenSeq: number };

/** Adds the candidate's answer; `next` plans what follows from the turns including it. */
export function answerQuestion(
  state: InterviewState,
  answer: Answer,
  next: (turns: readonly Turn[]) => Said | null,
): Step {
  const refused = refusal(state, answer);
  if (refused) return { ok: false, reason: refused };
  if (answer.diagram.length > maxAnswerChars) return { ok: false, reason: "too_long" };
  const said = saidIn(answer);
  if (said.length === 0) return { ok: false, reason: "empty" };
  const answered = append(state.turns, said);
  const question = next([...state.turns, ...answered]);
  if (question === null) return { ok: true, phase: "finished", added: answered };
  const asked = append([...state.turns, ...answered], [question]);
  return { ok: true, phase: "answering", added: [...answered, ...asked] };
}

/** Adds a clarifying question and what the candidate is told: hidden facts, or that it is theirs to assume. */
export function askInterviewer(
  state: InterviewState,
  asked: { text: string; seenSeq: number },
  findFacts: (question: string) => readonly { id: string; answer: string }[],
): Step {
  const refused = refusal(state, asked);
  if (refused) return { ok: false, reason: refused };
  const text = asked.text.trim();
  if (text === "") return { ok: false, reason: "empty" };
  if (state.turns.filter((turn) => turn.kind === "clarification").length >= maxClarifications) {
    return { ok: false, reason: "too_many_questions" };
  }
  const told = findFacts(text).map((fact): Said => ({
    speaker: "interviewer",
    kind: "fact",
    text: fact.answer,
    factId: fact.id,
  }));
  if (told.length === 0) told.push({ speaker: "interviewer", kind: "fact", text: leaveToAssume(state.turns, text) });
  const added = append(state.turns, [{ speaker: "candidate", kind: "clarification", text }, ...told]);
  return { ok: true, phase: "answering", added };
}

function sinceQuestion(turns: readonly Turn[]): readonly Turn[] {
  return turns.slice(turns.findLastIndex(isQuestion));
}

/** How many hints the question that stands has had. */
export function hintsGiven(turns: readonly Turn[]): number {
  return sinceQuestion(turns).filter(({ kind }) => kind === "hint").length;
}

/** Three steps for each check, by its id. */
export type Hints = Readonly<Record<string, readonly [string, string, string]>>;

/**
 * Adds the next hint for the check that the standing question is aimed at. A question that is aimed at none, as the opening,
 * takes the check that `unmet` names, and stays with it.
 */
export function askForHint(
  state: InterviewState,
  { seenSeq }: { seenSeq: number },
  hints: Hints,
  unmet: () => string | null,
): Step {
  const refused = refusal(state, { text: "", seenSeq });
  if (refused) return { ok: false, reason: refused };
  if (state.mode !== "practice") return { ok: false, reason: "no_hints" };
  const given = hintsGiven(state.turns);
  if (given >= hintsInAll) return { ok: false, reason: "no_more_hints" };
  const checkId = sinceQuestion(state.turns).findLast((turn) => turn.checkId !== null)?.checkId ?? unmet();
  const text = checkId === null ? undefined : hints[checkId]?.[given];
  if (checkId === null || text === undefined) return { ok: false, reason: "no_hints" };
  const added = append(state.turns, [{ speaker: "interviewer", kind: "hint", text, checkId }]);
  return { ok: true, phase: "answering", added };
}

/**
 * Ends the interview before its last question. What is typed and not yet sent goes with it: nothing typed is lost.
 * Something must have been answered, since there is nothing to grade otherwise.
 */
export function finishInterview(state: InterviewState, unsent: Unsent): Step {
  if (state.phase === "finished") return { ok: false, reason: "finished" };
  if (clockRefusal(state) === "time_is_up") return { ok: false, reason: "time_is_up" };
  const added = append(state.turns, saidIn(unsent));
  if (![...state.turns, ...added].some(isAnswer)) return { ok: false, reason: "nothing_answered" };
  return { ok: true, phase: "finished", added };
}

/** Ends the interview because time is up, whatever has been answered; what had been saved until then goes along. */
export function endByClock(state: InterviewState, saved: Unsent): Step {
  if (state.phase === "finished") return { ok: false, reason: "finished" };
  return { ok: true, phase: "finished", added: append(state.turns, saidIn(saved)) };
}
