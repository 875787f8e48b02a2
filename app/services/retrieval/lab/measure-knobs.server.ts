import { setImmediate as yieldToOthers } from "node:timers/promises";
import { shippedKnobs, type Knobs } from "#app/domain/retrieval/lab/knobs.ts";
import type { MeasuredView } from "#app/domain/retrieval/lab/lab-view.ts";
import { measureOutcomes, type Measured, type Outcome } from "#app/domain/retrieval/lab/measured.ts";
import { placesIn, runPipeline } from "#app/domain/retrieval/lab/pipeline.ts";
import type { Question } from "#app/domain/retrieval/question-set.ts";
import { loadCorpus, prepareQuestions, type Corpus } from "./load-corpus.server.ts";
import { loadQuestionVectors, type QuestionVectors } from "./load-questions.server.ts";

/** Settings measured before, by what they are measured on. */
const measured = new WeakMap<Corpus, Map<string, Measured>>();
const mostRemembered = 200;
const turn = 20;

/** A setting, and the one that ships, each measured on the whole set of questions over the material. */
export async function measureKnobs(knobs: Knobs, questions: readonly Question[]): Promise<MeasuredView> {
  const vectors = await loadQuestionVectors(questions);
  const measure = async (each: Knobs) => {
    const corpus = await loadCorpus("material", each);
    const hasMeaning = vectors.isReady && corpus.index.vectors !== null;
    const known = measured.get(corpus) ?? new Map<string, Measured>();
    measured.set(corpus, known);
    // How many passages are handed on changes nothing about how they are ordered.
    const { top: _top, budgetTokens: _budget, ...ordering } = each;
    const key = `${hasMeaning} ${JSON.stringify(ordering)}`;
    const result = known.get(key) ?? measureOutcomes(await runAll(corpus, { knobs: each, questions, vectors }));
    if (known.size >= mostRemembered) known.clear();
    known.set(key, result);
    return { result, hasMeaning, meaning: corpus.meaning };
  };
  const shipped = await measure(shippedKnobs);
  const now = await measure(knobs);
  const meaning = vectors.meaning.state === "ready" ? now.meaning : vectors.meaning;
  return { now: now.result, shipped: shipped.result, byWordsAlone: !shipped.hasMeaning, meaning };
}

type Running = {
  knobs: Knobs;
  questions: readonly Question[];
  vectors: QuestionVectors;
};

async function runAll(corpus: Corpus, { knobs, questions, vectors }: Running): Promise<Outcome[]> {
  const prepared = await prepareQuestions(corpus, { questions, vectors });
  const outcomes: Outcome[] = [];
  for (const [nth, question] of questions.entries()) {
    if (nth % turn === turn - 1) await yieldToOthers();
    const asked = prepared.get(question.id) ?? null;
    const run = asked ? runPipeline(corpus.index, asked, knobs) : null;
    const places = run ? placesIn(corpus.index, run.stages.ranked) : [];
    outcomes.push({ question, places, isMatch: run?.isMatch ?? false });
  }
  return outcomes;
}
