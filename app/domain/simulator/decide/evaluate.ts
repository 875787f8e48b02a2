/**
 * Runs procedures: on one situation, where facts may be missing, and on every combination of answers there is.
 */
import type { Source } from "../../scenarios/schema.ts";
import type { Answers, Ending, Procedure, Step, Verdict } from "./procedure.ts";
import type { Situation, SituationField } from "./situation.ts";

export type Judgement = { id: string; source: Source; verdict: Verdict; path: Step[] };

/**
 * A missing fact leaves the verdict undetermined only if it could change it: every answer it might have is tried. The
 * steps without an answer name the fact they miss.
 */
export function judge(procedure: Procedure, situation: Situation): Judgement {
  const { id, source } = procedure;
  const { answers, missing } = answersOf(procedure, situation);
  const open = procedure.comesTo(answers).filter((question) => missing.has(question.id));
  if (open.length === 0) return { id, source, ...named(procedure.decide(answers)) };
  const endings = new Set(completionsOf(procedure, answers).map((complete) => procedure.decide(complete).ending));
  const [ending] = endings;
  const verdict = endings.size === 1 && ending ? ending : "undetermined";
  return { id, source, verdict, path: openPath(procedure, { answers, missing, verdict }) };
}

const named = ({ ending, path }: { ending: Ending; path: Step[] }) => ({ verdict: ending, path });

function answersOf({ questions }: Procedure, situation: Situation) {
  const answers: Record<string, string> = {};
  const missing = new Map<string, SituationField>();
  for (const question of questions) {
    const answer = question.answer(situation);
    if ("value" in answer) answers[question.id] = answer.value;
    else missing.set(question.id, answer.missing);
  }
  return { answers, missing };
}

/** Every way to answer the questions that have no answer yet. */
function completionsOf({ questions }: Procedure, answers: Answers): Answers[] {
  const open = questions.filter(({ id }) => answers[id] === undefined);
  return open.reduce<Answers[]>(
    (all, { id, options }) => all.flatMap((some) => options.map((option) => ({ ...some, [id]: option }))),
    [answers],
  );
}

type Open = { answers: Answers; missing: ReadonlyMap<string, SituationField>; verdict: Verdict };

/** The steps up to where facts run out; if those left open change nothing, the verdict's own last step ends it. */
function openPath(procedure: Procedure, { answers, missing, verdict }: Open): Step[] {
  const [complete = answers] = completionsOf(procedure, answers);
  const { path } = procedure.decide(complete);
  const comesTo = new Set(procedure.comesTo(answers).map(({ id }) => id));
  const steps = path
    .filter(({ node }) => comesTo.has(node))
    .map((step) => {
      const field = missing.get(step.node);
      return field ? { ...step, answer: "missing", to: null, missing: field } : step;
    });
  const last = path.at(-1);
  return verdict !== "undetermined" && last && !comesTo.has(last.node) ? [...steps, last] : steps;
}

/** All procedures on one situation. They agree if those that decide give one verdict, and at least one decides. */
export function judgeAll(procedures: readonly Procedure[], situation: Situation) {
  const judgements = procedures.map((procedure) => judge(procedure, situation));
  const decided = new Set(judgements.map(({ verdict }) => verdict).filter(isDecided));
  return { procedures: judgements, agree: decided.size === 1 };
}

export function isDecided(verdict: Verdict): boolean {
  return verdict !== "undetermined" && verdict !== "undefined";
}

export type Enumeration = { inputs: number; verdicts: Partial<Record<Ending, number>> };

/** How often each verdict comes out over every combination of answers. */
export function enumerate(procedure: Procedure): Enumeration {
  const all = completionsOf(procedure, {});
  const verdicts: Partial<Record<Ending, number>> = {};
  for (const answers of all) {
    const { ending } = procedure.decide(answers);
    verdicts[ending] = (verdicts[ending] ?? 0) + 1;
  }
  return { inputs: all.length, verdicts };
}

/** Every combination of answers with what it leads to. */
export function listOutcomes(procedure: Procedure): { answers: Answers; ending: Ending }[] {
  return completionsOf(procedure, {}).map((answers) => ({ answers, ending: procedure.decide(answers).ending }));
}
