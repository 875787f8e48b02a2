/**
 * The parts that a person can put into a drawing by name: those that the rules know and a system is mostly made of.
 * Names and shapes are chosen so that the rules read each as the part it is.
 */
import type { Component } from "#app/domain/diagrams/component-words.ts";
import type { NodeShape } from "#app/domain/diagrams/graph.ts";

export type PartShape = Extract<NodeShape, "rect" | "stadium" | "cylinder" | "diamond" | "hexagon">;

/** `id` is what the box is called in the source; a second one of its kind gets a number. */
export type PartKind = { id: string; name: string; shape: PartShape; component: Component };

export const partKinds: readonly PartKind[] = [
  { id: "question", name: "Question", shape: "stadium", component: "query" },
  { id: "documents", name: "Documents", shape: "rect", component: "documents" },
  { id: "parser", name: "Parser", shape: "rect", component: "parser" },
  { id: "chunker", name: "Chunker", shape: "rect", component: "chunker" },
  { id: "embedder", name: "Embedder", shape: "rect", component: "embedder" },
  { id: "vectors", name: "Vector store", shape: "cylinder", component: "vector-store" },
  { id: "keywords", name: "Lexical index", shape: "cylinder", component: "lexical-index" },
  { id: "retriever", name: "Retriever", shape: "rect", component: "retriever" },
  { id: "fusion", name: "Fusion", shape: "rect", component: "fusion" },
  { id: "reranker", name: "Reranker", shape: "rect", component: "reranker" },
  { id: "prompt", name: "Prompt assembly", shape: "rect", component: "prompt" },
  { id: "cache", name: "Cache", shape: "cylinder", component: "cache" },
  { id: "router", name: "Router", shape: "diamond", component: "router" },
  { id: "guardrail", name: "Guardrail", shape: "hexagon", component: "validator" },
  { id: "generator", name: "Generator", shape: "rect", component: "generator" },
  { id: "tuned", name: "Fine-tuned generator", shape: "rect", component: "tuned-generator" },
  { id: "evaluator", name: "Evaluator", shape: "rect", component: "evaluator" },
  { id: "training", name: "Training", shape: "rect", component: "training" },
  { id: "registry", name: "Model registry", shape: "cylinder", component: "registry" },
  { id: "answer", name: "Answer", shape: "stadium", component: "answer" },
];

/** How Mermaid writes a shape around a label, and what a person calls it. */
export const shapeSigns: Record<PartShape, { open: string; close: string; name: string }> = {
  rect: { open: '["', close: '"]', name: "box" },
  stadium: { open: '(["', close: '"])', name: "rounded end" },
  cylinder: { open: '[("', close: '")]', name: "store" },
  diamond: { open: '{"', close: '"}', name: "decision" },
  hexagon: { open: '{{"', close: '"}}', name: "gate" },
};

export const partShapes = Object.keys(shapeSigns) as PartShape[];
