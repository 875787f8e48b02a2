import type { MeaningState, RetrievalLabView, RunView } from "#app/domain/retrieval/lab/lab-view.ts";
import type { Measured } from "#app/domain/retrieval/lab/measured.ts";
import type { StageName, StageView } from "#app/domain/retrieval/lab/stage-rows.ts";

export const stageTitles: Record<StageName, string> = {
  words: "By words",
  meaning: "By meaning",
  fused: "Put together",
  ranked: "Ordered anew",
};

/** What a stage does with these knobs. */
export function stageNote(name: StageName, { texts, run }: RetrievalLabView): string {
  switch (name) {
    case "words":
      return "Words in common, rare ones counting more (BM25+).";
    case "meaning":
      return "Nearness of the embeddings, as a cosine.";
    case "fused": {
      const lists = run?.stages.filter((stage) => /words|meaning/.test(stage.name) && stage.count > 0) ?? [];
      if (lists.length < 2) return "One list alone keeps its order and its scores.";
      if (texts.fusion === "ranks") return `Each list gives 1 / (${texts.k} + rank).`;
      return texts.fusion === "weights"
        ? "0.7 of the cosine and 0.3 of the word score as a share of the best."
        : "What words found, then what only meaning found.";
    }
    case "ranked":
      return texts.rerank === "0"
        ? "Nothing reads the candidates again: the order stays."
        : `The first ${texts.rerank} by a weighted sum of features, such as how much of the question a passage covers.`;
  }
}

/** Why a stage has no candidates. */
export function noneWords(name: StageName, { texts, meaning }: RetrievalLabView): string {
  if (name === "words") {
    return texts.words === "off" ? "This way of finding is off." : "No passage shares a word with the question.";
  }
  if (name === "meaning") {
    return texts.meaning === "off" || meaning.state === "off"
      ? "This way of finding is off."
      : "The meaning of the passages or of the question is not known.";
  }
  return name === "fused" ? "Neither way found anything." : "There is nothing to put in order.";
}

export const countWords = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What became of the question, in a sentence. */
export function answerSentence({ run, planted, expects }: RetrievalLabView): string {
  if (!run) return "There is nothing to search for yet.";
  if (!run.isMatch) {
    if (expects === "none") return "The material does not answer this, and search says so.";
    const where = expects === "passage" ? bestRank(run.stages) : null;
    const missed = where ? ` The answer was there: ${where}.` : "";
    return `Nothing found clears the bar, so nothing is handed on.${missed}`;
  }
  const handed = `${countWords(run.prompt.parts.length, "passage")}, about ${run.prompt.tokens.toLocaleString("en-US")} tokens`;
  if (expects === "none") return `The material does not answer this, yet search hands on ${handed}.`;
  if (expects === "unknown") return `Search hands on ${handed}.`;
  if (run.answerInPrompt !== null) {
    const where = run.answerInPrompt === 1 ? "stands first" : `is passage ${run.answerInPrompt}`;
    return `${planted?.isMended ? "Mended: the" : "The"} answer ${where} in the prompt of ${handed}.`;
  }
  if (run.prompt.cut.some(({ mark }) => mark === "answers")) return "The answer was found, and the budget cut it off.";
  const where = bestRank(run.stages);
  return where ? `The answer does not reach the prompt: ${where}.` : "No stage finds the passage that answers.";
}

function bestRank(stages: readonly StageView[]): string | null {
  const found = stages.flatMap(({ name, answerRank }) =>
    answerRank === null ? [] : [`${stageTitles[name].toLowerCase()} it is number ${answerRank}`],
  );
  return found.length === 0 ? null : found.join(", ");
}

export function recallAt({ recall }: Measured, k: number): number {
  return recall.find((each) => each.k === k)?.share ?? 0;
}

/** Why there is no finding by meaning, or how far it has got; null where there is. */
export function meaningWords(meaning: MeaningState): { title: string; advice: string } | null {
  switch (meaning.state) {
    case "ready":
      return null;
    case "off":
      return {
        title: "The embedding model is switched off.",
        advice: "Everything here goes by words; the knob for meaning changes nothing until a model is set up.",
      };
    case "failed":
      return { title: "There is no finding by meaning.", advice: `${meaning.message} Everything here goes by words.` };
    case "working":
      return {
        title:
          meaning.total === 0
            ? "The meaning of the material is being computed."
            : `The meaning is being computed: ${meaning.done} of ${meaning.total} sentences.`,
        advice: "Until it is there, everything here goes by words. You may leave; it goes on and is kept.",
      };
  }
}

export function sureWords({ probability, threshold, isMatch }: RunView): string {
  const by = `${probability.toFixed(2)}, and the bar is ${threshold.toFixed(2)}`;
  return isMatch ? `How sure search is of an answer: ${by}.` : `How sure search is of an answer: only ${by}.`;
}
