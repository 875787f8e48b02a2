/** What must be so on the way from the documents to a passage in front of the generator. */
import { bareWords } from "../components.ts";
import { embeddingModel } from "../component-words.ts";
import { ledTo, partsNaming, type Part, type Plan } from "../plan.ts";
import {
  asksWhetherFound,
  generatorsIn,
  ingestionIn,
  isNothingFound,
  passagesIn,
  questionsIn,
  retrievalIn,
  storesIn,
} from "./parts.ts";
import { at, broken, firstPair, holds, inOrder, notShown, type RuleVerdict } from "./verdict.ts";

const ingestWords = /\b(chunks?|documents?|docs|passages|articles|pages|corpus)\b/;
const questionWords = /\b(quer(y|ies)|questions?)\b/;
const offlineTitle = /\b(ingest\w*|index\w*|offline|nightly|batch|prepar\w*)\b/;
const onlineTitle = /\b(online|quer(y|ies)|question|serv(e|ing)|request|runtime|live)\b/;

type Side = { ways: Set<Part>; words: RegExp; title: RegExp };

function standsOn(part: Part, { ways, words, title }: Side): boolean {
  return (
    ways.has(part) || words.test(bareWords(part.label)) || part.groups.some((group) => title.test(bareWords(group)))
  );
}

export function sameEmbedder(plan: Plan): RuleVerdict {
  const embedders = inOrder(partsNaming(plan, "embedder"));
  const kept = [...storesIn(plan), ...generatorsIn(plan)];
  const asked = questionsIn(plan);
  const fromDocuments = ledTo(plan, ingestionIn(plan), { without: [...kept, ...asked] });
  const fromQuestions = ledTo(plan, asked, { without: kept });
  const ingest: Side = { ways: fromDocuments, words: ingestWords, title: offlineTitle };
  const question: Side = { ways: fromQuestions, words: questionWords, title: onlineTitle };
  const both = embedders.find((part) => fromDocuments.has(part) && fromQuestions.has(part));
  if (both) return holds(`Documents and questions both go through ${at("embedder", both)}.`, both);
  const early = embedders.filter((part) => standsOn(part, ingest) && !fromQuestions.has(part));
  const late = embedders.filter((part) => standsOn(part, question) && !early.includes(part));
  for (const one of early) {
    for (const other of late) {
      const are = `The embedding steps in lines ${one.line} and ${other.line} are`;
      if (isSameModel(one, other)) return holds(`${are} the same model.`, one, other);
      if (areOtherModels(one, other)) {
        const how = "a question is found only by the model that embedded the documents";
        return broken(`${are} different models: ${how}.`, one, other);
      }
    }
  }
  if (early.length > 0 && late.length > 0)
    return notShown("Two embedding steps are drawn; nothing says that they are the same model.");
  return notShown("An embedding step for documents and one for questions are not both drawn.");
}

function modelOf({ label }: Part): string | null {
  return embeddingModel.exec(bareWords(label))?.[0] ?? null;
}

function isSameModel(one: Part, other: Part): boolean {
  if ([one, other].some(({ label }) => /\b(same|shared)\b/.test(bareWords(label)))) return true;
  const [first, second] = [bareWords(one.label), bareWords(other.label)];
  const models = [modelOf(one), modelOf(other)];
  if (models[0] !== null && models[0] === models[1]) return true;
  return first === second && /\b(model|embedder|encoder)\b/.test(first);
}

function areOtherModels(one: Part, other: Part): boolean {
  const first = modelOf(one);
  const second = modelOf(other);
  return first !== null && second !== null && !first.includes(second) && !second.includes(first);
}

export function ingestionReachesStore(plan: Plan): RuleVerdict {
  const ingestion = ingestionIn(plan);
  const stores = storesIn(plan);
  if (ingestion.length === 0 || stores.length === 0)
    return notShown("Documents on their way into a store are not drawn.");
  const way = firstPair(plan, { from: ingestion, to: stores });
  const [from, store] = way ?? [];
  if (from && store)
    return holds(`From line ${from.line} the documents reach ${at("vector-store", store)}.`, from, store);
  const steps = partsNaming(plan, "parser", "chunker").filter((part) => ingestion.includes(part));
  const backwards = firstPair(plan, { from: stores, to: steps, along: "arrows" });
  const reached = ledTo(plan, ingestion);
  const isUsed = [...passagesIn(plan), ...generatorsIn(plan)].some((part) => reached.has(part));
  if (isUsed) return notShown("No way leads from the documents into the store.");
  if (backwards) {
    const [store, step] = backwards;
    return broken(
      `${at("vector-store", store)} leads to ${at("chunker", step)}: the arrows run backwards.`,
      store,
      step,
    );
  }
  const step = inOrder(steps).find((part) => plan.back.has(part.id));
  const unfed = inOrder(stores).find(
    ({ id }) => plan.arrows.has(id) && !plan.back.has(id) && plan.links.get(id)?.length,
  );
  const strays = [...reached].some(({ components }) => components.size === 0);
  if (!step || !unfed || strays) return notShown("No way leads from the documents into the store.");
  return broken(
    `Documents are prepared up to line ${step.line} and never reach ${at("vector-store", unfed)}.`,
    step,
    unfed,
  );
}

export function retrievesBeforeGeneration(plan: Plan): RuleVerdict {
  const generators = generatorsIn(plan);
  const retrieval = retrievalIn(plan);
  const way = firstPair(plan, { from: retrieval.length > 0 ? retrieval : passagesIn(plan), to: generators });
  if (way) return holds(`${at("retriever", way[0])} leads to ${at("generator", way[1])}.`, ...way);
  const backwards = firstPair(plan, { from: generators, to: retrieval, along: "arrows" });
  if (backwards) {
    const [generator, retriever] = backwards;
    return broken(`${at("generator", generator)} comes before ${at("retriever", retriever)}.`, generator, retriever);
  }
  return notShown("No way from retrieval to a generator is drawn.");
}

export function rerankAfterRetrieval(plan: Plan): RuleVerdict {
  const rerankers = inOrder(partsNaming(plan, "reranker"));
  const sources = [...retrievalIn(plan), ...storesIn(plan)];
  const retrieval = retrievalIn(plan).filter((part) => !part.components.has("reranker"));
  const generators = generatorsIn(plan);
  const targets = [...generators, ...partsNaming(plan, "prompt")];
  if (rerankers.length === 0) return notShown("No reranker is drawn.");
  for (const reranker of rerankers) {
    const from = reranker.components.has("retriever")
      ? reranker
      : firstPair(plan, { from: sources, to: [reranker] })?.[0];
    const to = firstPair(plan, { from: [reranker], to: targets })?.[1];
    if (from && to) {
      const before = `${at("reranker", reranker)} comes after retrieval and before ${at("generator", to)}`;
      return holds(`${before}.`, from, reranker, to);
    }
  }
  const early = firstPair(plan, { from: rerankers, to: retrieval, along: "arrows" });
  if (early && !firstPair(plan, { from: retrieval, to: [early[0]] })) {
    return broken(`${at("reranker", early[0])} comes before ${at("retriever", early[1])}.`, ...early);
  }
  const ofPassages = rerankers.filter(
    ({ label }) => !/\b(answers?|drafts?|candidates? repl\w*)\b/.test(bareWords(label)),
  );
  const late = firstPair(plan, { from: generators, to: ofPassages, along: "arrows" });
  if (late && !firstPair(plan, { from: [late[1]], to: targets })) {
    return broken(`${at("reranker", late[1])} comes after ${at("generator", late[0])}.`, ...late);
  }
  return notShown("The reranker is not drawn between retrieval and a generator.");
}

export function fallbackWhenNothingFound(plan: Plan): RuleVerdict {
  const passages = passagesIn(plan);
  const fallbacks = partsNaming(plan, "fallback");
  const speaking = generatorsIn(plan).filter((part) => !part.components.has("fallback"));
  const questions = [...ledTo(plan, passages)].filter(asksWhetherFound);
  const way = firstPair(plan, { from: [...passages, ...questions], to: fallbacks, without: speaking });
  if (way) {
    const [from, fallback] = way;
    const last = plan.edges.find(
      (edge) => edge.to === fallback && (edge.from === from || ledTo(plan, passages).has(edge.from)),
    );
    return holds(
      `When nothing good is found, line ${fallback.line} takes over.`,
      last?.from ?? from,
      last ?? from,
      fallback,
    );
  }
  const empty = plan.edges.filter(isNothingFound);
  const handed = empty.find(({ to }) => to.components.has("human-review"));
  if (handed)
    return holds(`When nothing good is found, line ${handed.line} hands over to a person.`, handed.from, handed);
  const targets = ["generator", "prompt"] as const;
  const found = ledTo(plan, passages);
  const ignored = empty.find(({ from, to }) => {
    const isAnswering = targets.some((component) => to.components.has(component));
    return isAnswering && (passages.includes(from) || found.has(from));
  });
  if (ignored) {
    const { from, to } = ignored;
    return broken(
      `When nothing good is found, line ${ignored.line} still goes to ${at("generator", to)}.`,
      from,
      ignored,
    );
  }
  if (passages.length === 0) return notShown("No retrieval is drawn that could find nothing.");
  return notShown("No way out is drawn for when nothing good is found.");
}
