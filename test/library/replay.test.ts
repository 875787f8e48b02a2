import { expect, test } from "vitest";
import { readInterview } from "#app/domain/grading/interview-reading.ts";
import { findHiddenFacts } from "#app/domain/interview/hidden-facts.ts";
import { allHints } from "#app/domain/interview/hints.ts";
import { planNext } from "#app/domain/interview/plan-next.ts";
import { eventsOf, replayInterview } from "#app/domain/interview/replay.ts";
import {
  answerQuestion,
  askForHint,
  askInterviewer,
  endByClock,
  finishInterview,
  isAnswer,
  startInterview,
  type Phase,
  type Step,
} from "#app/domain/interview/session.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import { loadLibrary, type LibraryScenario } from "#app/services/library/load-library.server.ts";

// Every shipped scenario: what happened in an interview, told again to the engine, comes to the same turns.

const { scenarios } = await loadLibrary();
const played = scenarios.flatMap((entry) =>
  (["strong", "partial"] as const).map((name) => ({ entry, name, slug: entry.scenario.slug })),
);

type Played = { phase: Phase; turns: Turn[] };

function take(state: Played, step: Step): void {
  if (!step.ok) throw new Error(step.reason);
  state.turns.push(...step.added);
  state.phase = step.phase;
}

/** The answer's parts in order, with a question and a hint before the first. */
function play({ scenario, calibration }: LibraryScenario, name: string): Played {
  const state: Played = { phase: "answering", turns: startInterview(scenario) };
  const seen = () => ({ seenSeq: state.turns.length });
  const [fact] = scenario.hiddenFacts;
  const asked = { text: fact?.asks[0] ?? "How is the moon?", ...seen() };
  take(
    state,
    askInterviewer(state, asked, (text) => findHiddenFacts(scenario.hiddenFacts, text)),
  );
  const first = scenario.rubric.criteria[0]?.checks[0]?.id ?? null;
  take(
    state,
    askForHint({ ...state, mode: "practice" }, seen(), allHints(scenario), () => first),
  );
  for (const turn of calibration.find((each) => each.name === name)?.transcript.filter(isAnswer) ?? []) {
    if (turn.speaker !== "candidate" || state.phase === "finished") continue;
    const answer = { text: "", diagram: "", [turn.kind === "diagram" ? "diagram" : "text"]: turn.text, ...seen() };
    take(
      state,
      answerQuestion(state, answer, (turns) => planNext(scenario, turns, readInterview(scenario, turns))),
    );
  }
  return state;
}

test.each(played)("the $name answer at $slug, told again, comes to the same turns", ({ entry, name }) => {
  const { scenario } = entry;
  const { phase, turns } = play(entry, name);
  expect(turns.filter(({ kind }) => kind === "answer").length).toBeGreaterThan(0);
  // Nothing in a sound answer is held up.
  expect(turns.filter(({ move }) => move === "contradiction" || move === "wrong_number")).toEqual([]);
  const again = replayInterview(scenario, eventsOf(turns, phase), (soFar) => readInterview(scenario, soFar));
  expect(again).toEqual({ phase, turns });
});

test("an interview that was ended early, or by the clock, with nothing or with half an answer, is told again as it was", () => {
  const [entry] = scenarios;
  if (!entry) throw new Error("There is no scenario.");
  const { scenario } = entry;
  const ended = [endByClock, finishInterview].flatMap((end) =>
    ["", "Half an ans"].map((text): Played => {
      const state: Played = { phase: "answering", turns: startInterview(scenario) };
      if (end === finishInterview) {
        const answer = { text: "It depends.", diagram: "", seenSeq: 1 };
        take(
          state,
          answerQuestion(state, answer, (turns) => planNext(scenario, turns, { verdicts: new Map() })),
        );
      }
      take(state, end(state, { text, diagram: "" }));
      return state;
    }),
  );
  for (const { phase, turns } of ended) {
    const again = replayInterview(scenario, eventsOf(turns, phase), () => ({ verdicts: new Map() }));
    expect(again).toEqual({ phase, turns });
  }
});
