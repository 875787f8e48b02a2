import { expect, test } from "vitest";
import { componentsIn } from "#app/domain/diagrams/components.ts";
import type { Component } from "#app/domain/diagrams/component-words.ts";

const named: readonly [label: string, ...parts: Component[]][] = [
  ["Top-5 chunks", "retriever"],
  ["Split into 400-token chunks", "chunker"],
  ["pgvector", "vector-store"],
  ["VectorDB", "vector-store"],
  ["BM25", "lexical-index", "retriever"],
  ["BM25 index", "lexical-index"],
  ["cross-encoder", "reranker"],
  ["LoRA adapter", "tuned-generator", "generator"],
  ["LoRA fine-tuning", "training"],
  ["GPT-4o", "generator"],
  ["say we do not know", "fallback"],
  ["Relevant pages found?"],
  ["Embed query", "embedder"],
  ["Same embedding model", "embedder"],
  ["Model registry", "registry"],
  ["LLM-as-judge", "evaluator"],
  ["LLM rewrites the query: query rewriting", "rewriter"],
  ["Held-out test set", "evaluation-data"],
  ["Training set", "training-data"],
  ["Release gate", "evaluator"],
  ["Version n-1 stays", "previous-version"],
  ["Semantic cache", "cache"],
  ["Reciprocal Rank Fusion", "fusion"],
  ["Citation validator", "validator"],
  ["OCR and layout parsing", "parser"],
  ["Support tickets", "documents"],
  ["Route by intent", "router"],
  ["Retrieve 30", "retriever"],
  ["Drift monitor", "monitor"],
  ["Answer with links", "answer"],
  ["Understand the problem"],
  [""],
];

test.each(named)("reads %j as what it names", (label, ...parts) => {
  const shape = label.endsWith("?") ? "diamond" : "rect";
  expect([...componentsIn(label, shape)].toSorted()).toEqual(parts.toSorted());
});

test("a box drawn as a store keeps what a plain box of that name does", () => {
  expect([...componentsIn("Elasticsearch", "cylinder")]).toEqual(["lexical-index"]);
  expect([...componentsIn("Elasticsearch")].toSorted()).toEqual(["lexical-index", "retriever"]);
});
