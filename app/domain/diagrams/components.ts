/**
 * Which parts of a system a label on a drawing names. A label may name several parts, or none; what a reader could take
 * two ways counts as the part it does, not the part it does it to: "Embed query" is an embedder.
 */
import { components, namings, type Component } from "./component-words.ts";
import type { NodeShape } from "./graph.ts";

/** No name of a part is longer; what follows is prose. */
const longestName = 200;

/** A label as bare words: "VectorDB (top-5)" becomes "vector db top 5", and "LoRA" stays one word. */
export function bareWords(label: string): string {
  return label
    .slice(0, longestName)
    .replace(/(?<=[a-z]{3})(?=[A-Z])/g, " ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What does something to a model, a query or an answer is not that model, query or answer. */
const notAGenerator: readonly Component[] = [
  "embedder",
  "reranker",
  "rewriter",
  "registry",
  "training",
  "evaluator",
  "router",
  "validator",
  "evaluation-data",
  "training-data",
  "previous-version",
];

const stores: readonly Component[] = ["vector-store", "lexical-index"];

export function componentsIn(label: string, shape: NodeShape = "rect"): Set<Component> {
  const words = bareWords(label);
  const names = (component: Component) => {
    const { is, not } = namings[component];
    return is.test(words) && !not?.test(words);
  };
  const found = new Set(components.filter((component) => !namings[component].weak && names(component)));
  settle(found, { label, words, shape });
  if (found.size > 0 && !found.has("fallback")) {
    // Whatever else a box says, a box that only stands for its parts is not also the question or the output.
    return found;
  }
  for (const component of components) if (namings[component].weak && names(component)) found.add(component);
  if (found.has("answer")) found.delete("query");
  if (found.has("fallback")) for (const weak of ["answer", "query", "documents"] as const) found.delete(weak);
  return found;
}

type Named = { label: string; words: string; shape: NodeShape };

/** Settles what two patterns claim. */
function settle(found: Set<Component>, { label, words, shape }: Named): void {
  const drop = (...these: Component[]) => these.forEach((each) => found.delete(each));
  const isQuestion = shape === "diamond" || shape === "hexagon" || label.trimEnd().endsWith("?");
  settleSearch(found, { label, words, shape });
  if (isQuestion) drop("fallback");
  // A question about what was found or written is asked after it: it is neither.
  if (isQuestion && /\?\s*$|\b(found|relevant|enough|above|below|over|under|threshold)\b/.test(label.toLowerCase())) {
    drop("retriever", "generator", "tuned-generator");
  }
  if (
    found.has("evaluation-data") &&
    !/\b(run|runs|evaluate|evaluates|score|scores) (on|against|with|the)\b/.test(words)
  ) {
    drop("evaluator", "validator", "retriever");
  }
  if (
    found.has("training-data") &&
    !/\b(on|with|from) .*\b(examples|pairs|data|set|records|reviews|findings)\b/.test(words)
  ) {
    drop("training");
  }
  if (found.has("tuned-generator")) found.add("generator");
  if (found.has("training")) drop("tuned-generator");
  if (notAGenerator.some((component) => found.has(component))) drop("generator", "tuned-generator");
  if (found.has("release") && found.has("generator") && /^(deploy|releas|promot|ship|roll|launch|go)/.test(words)) {
    drop("generator", "tuned-generator");
  }
  if (found.has("generator")) drop("prompt", "retriever");
  if (found.has("previous-version")) drop("release", "generator", "tuned-generator");
  if (found.has("fallback") && !/\b(llm|model|gpt|claude)\b/.test(words))
    drop("generator", "retriever", "validator", "router");
  if (found.has("evaluator") && found.has("validator")) drop(/\bgate\b/.test(words) ? "validator" : "evaluator");
}

/** An index is a store where it is kept and retrieval where it is asked. */
function settleSearch(found: Set<Component>, { words, shape }: Named): void {
  const drop = (...these: Component[]) => these.forEach((each) => found.delete(each));
  const isKept = shape === "cylinder" || /\b(index|indexes|store|db|database|vdb)\b/.test(words);
  if (found.has("lexical-index") && !isKept) found.add("retriever");
  if (isKept && stores.some((store) => found.has(store)) && !/\b(search(es)?|lookup|retriev\w*)\b/.test(words))
    drop("retriever");
  if (shape === "cylinder" && stores.some((store) => found.has(store))) drop("retriever", "embedder", "chunker");
  if (found.has("vector-store") && found.has("retriever") && !isKept) drop("vector-store");
  if (found.has("embedder") && found.has("retriever") && !/\b(then|and)\b/.test(words)) drop("retriever");
  if (found.has("reranker") || found.has("prompt") || found.has("validator")) drop("retriever");
  if (found.has("reranker") && /\bretriev|\bsearch|\bfetch/.test(words)) found.add("retriever");
  if (found.has("reranker")) drop("chunker", "vector-store");
  if (found.has("router")) drop("retriever");
  if (found.has("rewriter")) drop("retriever", "fusion");
}
