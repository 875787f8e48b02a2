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
