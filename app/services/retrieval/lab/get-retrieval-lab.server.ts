import { embeddingText } from "#app/domain/retrieval/embedding-text.ts";
import type { QueryVector } from "#app/domain/retrieval/dense.ts";
import { isTurned, readLabState, type LabState } from "#app/domain/retrieval/lab/lab-state.ts";
import type { PlantedView, RetrievalLabView, RunView } from "#app/domain/retrieval/lab/lab-view.ts";
import { prepareQuestion, runPipeline, type LabRun } from "#app/domain/retrieval/lab/pipeline.ts";
import { markIn, plantedFailures } from "#app/domain/retrieval/lab/planted-failures.ts";
import { assemblePrompt, type Prompt, type PromptPart } from "#app/domain/retrieval/lab/prompt.ts";
import { beginningOf, viewStages, type Mark, type PassageView } from "#app/domain/retrieval/lab/stage-rows.ts";
import { addressOf, placeOf } from "#app/domain/retrieval/passage.ts";
import { readQuery, type EmptyQuery, type Query } from "#app/domain/retrieval/query.ts";
import { log } from "#app/log.server.ts";
import { loadIndex } from "../load-index.server.ts";
import { loadCorpus, type Corpus } from "./load-corpus.server.ts";
import { loadQuestions } from "./load-questions.server.ts";
import { measureKnobs } from "./measure-knobs.server.ts";

/** One run of the lab as an address sets it up. Open to everybody; never throws for what an address says. */
export async function getRetrievalLab(params: URLSearchParams): Promise<RetrievalLabView> {
  const questions = await loadQuestions();
  const state = readLabState(params, questions);
  const measured = await measureKnobs(state.knobs, questions);
  const corpus = await loadCorpus(state.planted ? "papers" : "material", state.knobs);
  const asked = await runQuestion(corpus, state.question, state);
  const { texts, faults, unknown, question, own, chosen, planted } = state;
  return {
    texts,
    faults,
    unknown,
    question,
    own,
    chosen: chosen?.id ?? null,
    expects: planted ? "passage" : chosen ? (chosen.answers.length > 0 ? "passage" : "none") : "unknown",
    choices: questions.map(({ id, topic, asks }) => ({ id, topic, asks })),
    failures: plantedFailures.map(({ id, name }) => ({ id, name })),
    passageCount: corpus.index.passages.length,
    meaning: corpus.meaning,
    refused: asked.ok ? null : asked.reason,
    run: asked.ok ? viewRun(corpus, state, asked) : null,
    planted: await viewPlanted(corpus, state, asked),
    measured,
  };
}

type Asked = { ok: true; query: Query; run: LabRun; prompt: Prompt } | { ok: false; reason: EmptyQuery };

async function runQuestion(corpus: Corpus, question: string, { knobs }: LabState): Promise<Asked> {
  const { index } = corpus;
  const read = readQuery(question, { suggest: index.suggest });
  if (!read.ok) return read;
  const vector = index.vectors && knobs.meaning ? await vectorOf(embeddingText(read.query.text)) : null;
  const run = runPipeline(index, prepareQuestion(index, { query: read.query, vector }), knobs);
  return { ok: true, query: read.query, run, prompt: assemblePrompt(index, { question, run, knobs }) };
}

const mostRemembered = 300;
const remembered = new Map<string, QueryVector>();

/** Null where there is no model, or it fails: then words are what there is to go by. */
async function vectorOf(text: string): Promise<QueryVector | null> {
  const { meaning } = await loadIndex(null);
  if (meaning.state !== "ready") return null;
  const { embedder } = meaning;
  const key = `${embedder.id}\0${text}`;
  const known = remembered.get(key);
  if (known) return known;
  try {
    const [values] = await embedder.embed([text], "query");
    if (!values) return null;
    const vector = { model: embedder.id, values };
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, vector);
    return vector;
  } catch (error) {
    log().warn({ err: error }, "a question of the lab could not be embedded");
    return null;
  }
}

function marking({ index }: Corpus, { planted, chosen }: LabState): (at: number) => Mark {
  if (planted) return (at) => markIn(planted, index, at);
  const answers = new Set(chosen?.answers);
  return (at) => {
    const passage = index.passages[at];
    return passage && answers.has(placeOf(passage)) ? "answers" : null;
  };
}

function viewRun(corpus: Corpus, state: LabState, { query, run, prompt }: Extract<Asked, { ok: true }>): RunView {
  const { index } = corpus;
  const markOf = marking(corpus, state);
  const stages = viewStages({ stages: run.stages, markOf });
  const shown = new Set(stages.flatMap(({ rows }) => rows.map(({ at }) => at)));
  const viewPassage = (at: number): PassageView => {
    const passage = index.passages[at];
    // The papers of a planted failure have no page of their own.
    const address = passage && !state.planted ? addressOf(passage) : null;
    return { title: passage?.title ?? "", heading: passage?.heading ?? "", beginning: beginningOf(index, at), address };
  };
  const answer = prompt.parts.findIndex(({ at }) => markOf(at) === "answers");
  const cut = ({ at, tokens }: PromptPart) => {
    const { title, heading } = viewPassage(at);
    return { title, heading, tokens, mark: markOf(at) };
  };
  return {
    probability: run.probability,
    threshold: run.threshold,
    isMatch: run.isMatch,
    corrected: query.corrected,
    stages,
    passages: Object.fromEntries([...shown].map((at) => [at, viewPassage(at)])),
    prompt: {
      opening: prompt.opening,
      parts: prompt.parts.map(({ at, text, tokens }) => ({ text, tokens, mark: markOf(at) })),
      closing: prompt.closing,
      tokens: prompt.tokens,
      cut: prompt.cut.map(cut),
    },
    answerInPrompt: answer === -1 ? null : answer + 1,
  };
}

async function viewPlanted(corpus: Corpus, state: LabState, asked: Asked): Promise<PlantedView | null> {
  const { planted } = state;
  if (!planted || !asked.ok) return null;
  const control = planted.control === null ? null : await runQuestion(corpus, planted.control, state);
  const goals = planted.goals({
    index: corpus.index,
    run: asked.run,
    prompt: asked.prompt,
    control: control?.ok ? control.run : null,
  });
  // Without an embedding model a failure may not show at the start; then nothing has been mended.
  const isMended = isTurned(state) && goals.every(({ isMet }) => isMet);
  const { id, name, symptom, look, source, study } = planted;
  return {
    id,
    name,
    symptom,
    look,
    source,
    study,
    goals,
    isMended,
    isTurned: isTurned(state),
    hint: state.wantsHint ? planted.hint : null,
    why: isMended ? planted.why : null,
  };
}
