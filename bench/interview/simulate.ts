import { readInterview } from "#app/domain/grading/interview-reading.ts";
import { sightOf } from "#app/domain/grading/offline/check-features.ts";
import { findBest } from "#app/domain/grading/offline/check-model.ts";
import { bookOf } from "#app/domain/grading/offline/rubric-book.ts";
import { windowsOf } from "#app/domain/grading/offline/window.ts";
import { findHiddenFacts } from "#app/domain/interview/hidden-facts.ts";
import { planNext } from "#app/domain/interview/plan-next.ts";
import {
  answerQuestion,
  askInterviewer,
  isQuestion,
  questionsAnswered,
  questionsAsked,
  questionsInAll,
  startInterview,
  type Said,
  type Step,
} from "#app/domain/interview/session.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import { rubricRuns } from "#app/domain/interview/wording.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { sharesRun } from "#app/domain/text/word-runs.ts";
import { wordsIn } from "#app/domain/text/words.ts";
import type { LibraryScenario } from "#app/services/library/load-library.server.ts";
import { partsOf, type Candidate, type Saying } from "./candidates.ts";

// One simulated interview through the real engine, and what came of it. Whether a follow-up was aimed at an unmet check is
// judged by the author's labels, not by the engine: a check is met once the part of the labelled answer that makes the point
// has been given. Which part that is, of a check labelled met, is where the words that bear on it most stand. Checks labelled
// partial are open: there are points left. Snippets meet nothing.

export type Played = {
  candidate: Candidate;
  turns: Turn[];
  endedByItself: boolean;
  followUps: number;
  aimed: number;
  /** By the harsher rule that a check labelled met counts as met from the beginning. */
  aimedHarshly: number;
  rubricPhrases: number;
  share: number;
};

/** For each labelled answer, which of its parts meets which check. */
const placesOf = new WeakMap<LibraryScenario, Map<string, ReadonlyMap<string, number>>>();

function metAt(entry: LibraryScenario, name: string): ReadonlyMap<string, number> {
  let known = placesOf.get(entry);
  if (!known) placesOf.set(entry, (known = new Map()));
  let places = known.get(name);
  if (!places) known.set(name, (places = locate(entry, name)));
  return places;
}

function locate({ scenario, calibration }: LibraryScenario, name: string): ReadonlyMap<string, number> {
  const answer = calibration.find((each) => each.name === name);
  if (!answer) return new Map();
  const book = bookOf(scenario.rubric);
  const sights = partsOf(scenario, answer.transcript).map(({ text, diagram }) =>
    (["answer", "diagram"] as const)
      .map((kind) => ({ kind, text: kind === "answer" ? text : diagram }))
      .map((turn): Turn => ({ ...turn, seq: 1, speaker: "candidate", checkId: null, factId: null }))
      .flatMap((turn) => windowsOf(turn, book).map((window) => sightOf(window, book))),
  );
  const places = new Map<string, number>();
  for (const [at, { id }] of book.targets.entries()) {
    if (answer.labels.verdicts[id] !== "met") continue;
    const sums = sights.map((each) => findBest(at, each, book)?.sum ?? Number.NEGATIVE_INFINITY);
    places.set(id, sums.indexOf(Math.max(...sums)));
  }
  return places;
}

type From = NonNullable<Saying["from"]>;

function isMet(entry: LibraryScenario, checkId: string, given: readonly From[]): boolean {
  return given.some(({ name, part }) => metAt(entry, name).get(checkId) === part);
}

/** Whether it is labelled met in any answer that has been begun, said yet or not. */
function isMetHarshly(entry: LibraryScenario, checkId: string, given: readonly From[]): boolean {
  return given.some(({ name }) => metAt(entry, name).has(checkId));
}

/** What comes next, by any rule: the engine's, or one it is held against. */
export type Planner = (scenario: Scenario, turns: readonly Turn[]) => Said | null;

export const engine: Planner = (scenario, turns) => planNext(scenario, turns, readInterview(scenario, turns));

/** The list that simulators ask through: each probe in the rubric's order, the twist at its time. */
export const fixedList: Planner = (scenario, turns) => {
  if (questionsAsked(turns) >= questionsInAll(scenario)) return null;
  const { twist, rubric } = scenario;
  if (twist && !turns.some(({ kind }) => kind === "twist") && questionsAnswered(turns) >= twist.after) {
    return { speaker: "interviewer", kind: "twist", text: `${twist.change} ${twist.asks}` };
  }
  const asked = new Set(turns.map(({ checkId }) => checkId));
  const next = rubric.criteria.flatMap(({ checks }) => checks).find(({ id }) => !asked.has(id));
  return next ? { speaker: "interviewer", kind: "question", text: next.probe, checkId: next.id } : null;
};

const mostSteps = 40;

export function playCandidate(candidate: Candidate, plan: Planner): Played {
  const { entry } = candidate;
  const { scenario } = entry;
  const turns = startInterview(scenario);
  const given: From[] = [];
  const questions = [...candidate.questions];
  let [followUps, aimed, aimedHarshly, isFinished] = [0, 0, 0, false];
  for (let steps = 0; steps < mostSteps && !isFinished; steps += 1) {
    const seenSeq = turns.length;
    const question = questions.shift();
    let step: Step;
    if (question) {
      step = askInterviewer({ phase: "answering", turns }, { text: question, seenSeq }, (text) =>
        findHiddenFacts(scenario.hiddenFacts, text),
      );
    } else {
      const asked = turns.findLast(isQuestion);
      if (!asked) throw new Error("Nothing was asked.");
      const saying = candidate.answer(asked);
      if (saying.from) given.push(saying.from);
      step = answerQuestion({ phase: "answering", turns }, { ...saying, seenSeq }, (soFar) => plan(scenario, soFar));
    }
    if (!step.ok) continue;
    turns.push(...step.added);
    isFinished = step.phase === "finished";
    const put = step.added.find(({ kind, checkId }) => kind === "question" && checkId !== null);
    if (!put?.checkId) continue;
    followUps += 1;
    if (!isMet(entry, put.checkId, given)) aimed += 1;
    if (!isMetHarshly(entry, put.checkId, given)) aimedHarshly += 1;
  }
  const runs = rubricRuns(scenario.rubric);
  const wordsOf = (speaker: Turn["speaker"]) =>
    turns.filter((turn) => turn.speaker === speaker).reduce((sum, { text }) => sum + wordsIn(text).length, 0);
  return {
    candidate,
    turns,
    endedByItself: isFinished,
    followUps,
    aimed,
    aimedHarshly,
    rubricPhrases: turns.filter(({ speaker, text }) => speaker === "interviewer" && sharesRun(text, runs)).length,
    share: wordsOf("candidate") / (wordsOf("candidate") + wordsOf("interviewer")),
  };
}
