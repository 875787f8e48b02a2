/**
 * An interview told again from what happened in it: the candidate's events go through the same engine and come to the same
 * turns. What a model worded otherwise comes back in its authored words.
 */
import type { Scenario } from "../scenarios/schema.ts";
import { chooseFollowUp } from "./follow-up.ts";
import { findHiddenFacts } from "./hidden-facts.ts";
import { allHints } from "./hints.ts";
import { planNext, type Reading } from "./plan-next.ts";
import {
  answerQuestion,
  askForHint,
  askInterviewer,
  endByClock,
  finishInterview,
  isAnswer,
  startInterview,
  type InterviewState,
  type Phase,
  type Step,
} from "./session.ts";
import type { Turn } from "./transcript.ts";

type Unsent = { text: string; diagram: string };

/**
 * `factIds` are what was told, in case a model found it; `checkId` is what a hint was for; `unsent` is what went along when
 * the interview was ended.
 */
export type InterviewEvent =
  | { kind: "answered"; text: string; diagram: string }
  | { kind: "asked"; text: string; factIds?: readonly string[] }
  | { kind: "hint"; checkId?: string | null }
  | { kind: "finished"; unsent?: Unsent }
  | { kind: "time_up"; unsent?: Unsent };

/** Who reads the answers, as in the interview itself. */
export type Judge = (turns: readonly Turn[]) => Reading;

const nothing: Unsent = { text: "", diagram: "" };

export function eventsOf(turns: readonly Turn[], phase: Phase): InterviewEvent[] {
  const events: InterviewEvent[] = [];
  for (const [at, turn] of turns.entries()) {
    const open = events.at(-1);
    if (turn.kind === "clarification") events.push({ kind: "asked", text: turn.text, factIds: [] });
    else if (turn.kind === "fact" && open?.kind === "asked" && turn.factId !== null) {
      events[events.length - 1] = { ...open, factIds: [...(open.factIds ?? []), turn.factId] };
    } else if (turn.kind === "hint") events.push({ kind: "hint", checkId: turn.checkId });
    else if (turn.kind === "answer") events.push({ kind: "answered", text: turn.text, diagram: "" });
    else if (turn.kind === "diagram" && turns[at - 1]?.kind === "answer" && open?.kind === "answered") {
      events[events.length - 1] = { ...open, diagram: turn.text };
    } else if (turn.kind === "diagram") events.push({ kind: "answered", text: "", diagram: turn.text });
  }
  return phase === "finished" ? closed(events, turns.at(-1)) : events;
}

/** What was answered last may have ended the interview, or gone along when it was ended: it comes to the same turns. */
function closed(events: InterviewEvent[], last: Turn | undefined): InterviewEvent[] {
  const newest = events.at(-1);
  if (newest?.kind === "answered" && last && isAnswer(last)) {
    const { text, diagram } = newest;
    return [...events.slice(0, -1), { kind: "finished", unsent: { text, diagram } }];
  }
  return [...events, { kind: events.some(({ kind }) => kind === "answered") ? "finished" : "time_up" }];
}

function stepOf(scenario: Scenario, state: InterviewState, event: InterviewEvent, judge: Judge): Step {
  const seenSeq = state.turns.length;
  switch (event.kind) {
    case "answered":
      return answerQuestion(state, { ...event, seenSeq }, (turns) => planNext(scenario, turns, judge(turns)));
    case "asked": {
      const told = event.factIds;
      const findFacts = (question: string) =>
        told
          ? told.flatMap((id) => scenario.hiddenFacts.find((fact) => fact.id === id) ?? [])
          : findHiddenFacts(scenario.hiddenFacts, question);
      return askInterviewer(state, { ...event, seenSeq }, findFacts);
    }
    case "hint": {
      const unmet = () =>
        event.checkId ?? chooseFollowUp(scenario.rubric, state.turns, judge(state.turns).verdicts)?.id ?? null;
      return askForHint({ ...state, mode: "practice" }, { seenSeq }, allHints(scenario), unmet);
    }
    case "finished":
      return finishInterview(state, event.unsent ?? nothing);
    case "time_up":
      return endByClock(state, event.unsent ?? nothing);
  }
}

/** A step that the engine refuses leaves the interview as it is. */
export function replayInterview(
  scenario: Scenario,
  events: readonly InterviewEvent[],
  judge: Judge,
): { phase: Phase; turns: Turn[] } {
  let state: { phase: Phase; turns: Turn[] } = { phase: "answering", turns: startInterview(scenario) };
  for (const event of events) {
    const step = stepOf(scenario, state, event, judge);
    if (step.ok) state = { phase: step.phase, turns: [...state.turns, ...step.added] };
  }
  return state;
}
