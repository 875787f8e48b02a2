/** What a diagram of an answer can be held to. A scenario names the rules that matter in it. */
import { z } from "zod";

export const diagramRules = [
  "same-embedder-on-both-paths",
  "ingestion-reaches-the-store",
  "retrieves-before-generation",
  "rerank-after-retrieval",
  "fallback-when-nothing-found",
  "citations-reach-the-answer",
  "evaluation-separate-from-training",
  "evaluation-before-release",
  "training-apart-from-serving",
  "validation-before-output",
  "rollback-to-previous-version",
  "router-has-a-default",
] as const;
export const DiagramRuleSchema = z.enum(diagramRules);
export type DiagramRule = z.infer<typeof DiagramRuleSchema>;

/** What each rule asks of a drawing, in the words of the scorecard. */
export const diagramRuleTitle: Record<DiagramRule, string> = {
  "same-embedder-on-both-paths": "Documents and questions go through the same embedding model",
  "ingestion-reaches-the-store": "The documents reach the store",
  "retrieves-before-generation": "Retrieval comes before generation",
  "rerank-after-retrieval": "Reranking comes after retrieval and before generation",
  "fallback-when-nothing-found": "There is a way out when nothing is found",
  "citations-reach-the-answer": "What is cited reaches the generator",
  "evaluation-separate-from-training": "Test data stays out of training",
  "evaluation-before-release": "Evaluation comes before release",
  "training-apart-from-serving": "Training stays out of the way of a question",
  "validation-before-output": "A check stands before the output",
  "rollback-to-previous-version": "There is a way back to an earlier version",
  "router-has-a-default": "The router has a way for all else",
};
