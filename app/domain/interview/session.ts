/**
 * The interview as a state machine: an opening question, then as many more as the scenario allows (probes of unmet checks,
 * and one twist), with clarifying questions in between. It decides what happens; the words of a question may come from
 * elsewhere. Pure: the caller brings the time, the verdicts so far and the fact that answers a question.
 */
import type { Scenario } from "../scenarios/schema.ts";
import type { Turn } from "./transcript.ts";
import { chooseFollowUp, type VerdictsSoFar } from "./follow-up.ts";

export type Mode = "practice" | "mock" | "assessment";
export type Phase = "answering" | "finished";

export type InterviewState = { phase: Phase; turns: readonly Turn[] };

/** Characters of one answer, one diagram or one clarifying question; about ten pages of prose. */
export const maxAnswerChars = 20_000;
export const maxClarifications = 12;

export type Refusal = "finished" | "empty" | "too_long" | "stale" | "too_many_questions" | "nothing_answered";

export const refusalMessage: Record<Refusal, string> = {
  finished: "This interview is finished. Its transcript can no longer change.",
  empty: "There is nothing to send yet. Write an answer, or draw one.",
  too_long: `An answer may be at most ${maxAnswerChars.toLocaleString("en")} characters long. Shorten it and send it again.`,
  stale: "The interview has moved on in another tab. Your text is still here; read the newest question first.",
  too_many_questions: `You have asked ${maxClarifications} questions. Go on with what you know, and state what you assume.`,
  nothing_answered: "Answer at least one question before you finish.",
};

export type Step = { ok: true; phase: Phase; added: Turn[] } | { ok: false; reason: Refusal };

type Said = Pick<Turn, "speaker" | "kind" | "text"> & { checkId?: string; factId?: string };

function append(turns: readonly Turn[], said: Said[]): Turn[] {
  return said.map((turn, index) => ({ checkId: null, factId: null, ...turn, seq: turns.length + index + 1 }));
}

const isQuestion = (turn: Turn) => turn.kind === "question" || turn.kind === "twist";

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

function isAnswer(turn: Turn): boolean {
  return turn.kind === "answer" || turn.kind === "diagram";
}

export function startInterview(scenario: Scenario): Turn[] {
  return append([], [{ speaker: "interviewer", kind: "question", text: scenario.opening }]);
}

/** What the interviewer does after the newest answer: a twist, a probe of an unmet check, or nothing more to ask. */
export function planNext(scenario: Scenario, turns: readonly Turn[], verdicts: VerdictsSoFar): Said | null {
  if (questionsAsked(turns) >= questionsInAll(scenario)) return null;
  const { twist } = scenario;
  const twistCame = turns.some((turn) => turn.kind === "twist");
  const followUp = chooseFollowUp(scenario.rubric, turns, verdicts);
  if (twist && !twistCame && (questionsAnswered(turns) >= twist.after || followUp === null)) {
    return { speaker: "interviewer", kind: "twist", text: `${twist.change} ${twist.asks}` };
  }
  if (followUp === null) return null;
  return { speaker: "interviewer", kind: "question", text: followUp.probe, checkId: followUp.id };
}

function refusal(state: InterviewState, sent: { text: string; seenSeq: number }): Refusal | null {
  if (state.phase === "finished") return "finished";
  if (sent.text.length > maxAnswerChars) return "too_long";
  // A tab that has not seen the newest turn would answer a question it never showed.
  if (sent.seenSeq !== state.turns.length) return "stale";
  return null;
}

function saidIn({ text, diagram }: { text: string; diagram: string }): Said[] {
  const said: Said[] = [
    { speaker: "candidate", kind: "answer", text: text.trim() },
    { speaker: "candidate", kind: "diagram", text: diagram.trim() },
  ];
  return said.filter((turn) => turn.text !== "");
}

export type Answer = { text: string; diagram: string; seenSeq: number };

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

export const yoursToAssume = "That is yours to assume. Say what you assume, and why it is reasonable.";

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
  if (told.length === 0) told.push({ speaker: "interviewer", kind: "fact", text: yoursToAssume });
  const added = append(state.turns, [{ speaker: "candidate", kind: "clarification", text }, ...told]);
  return { ok: true, phase: "answering", added };
}

/**
 * Ends the interview before its last question. What is typed and not yet sent goes with it: nothing typed is lost.
 * Something must have been answered, since there is nothing to grade otherwise.
 */
export function finishInterview(state: InterviewState, unsent: { text: string; diagram: string }): Step {
  if (state.phase === "finished") return { ok: false, reason: "finished" };
  const added = append(state.turns, saidIn(unsent));
  if (![...state.turns, ...added].some(isAnswer)) return { ok: false, reason: "nothing_answered" };
  return { ok: true, phase: "finished", added };
}
