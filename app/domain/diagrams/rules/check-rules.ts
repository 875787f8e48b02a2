/** Every rule that a drawing can be held to, held against one drawing. */
import { diagramRules, type DiagramRule } from "../../scenarios/diagram-rule.ts";
import type { Plan } from "../plan.ts";
import { citationsReachTheAnswer, routerHasADefault, validationBeforeOutput } from "./answer-rules.ts";
import {
  fallbackWhenNothingFound,
  ingestionReachesStore,
  rerankAfterRetrieval,
  retrievesBeforeGeneration,
  sameEmbedder,
} from "./retrieval-rules.ts";
import {
  evaluationBeforeRelease,
  evaluationSeparateFromTraining,
  rollbackToPreviousVersion,
  trainingApartFromServing,
} from "./training-rules.ts";
import type { Rule, RuleFound } from "./verdict.ts";

const rules: Record<DiagramRule, Rule> = {
  "same-embedder-on-both-paths": sameEmbedder,
  "ingestion-reaches-the-store": ingestionReachesStore,
  "retrieves-before-generation": retrievesBeforeGeneration,
  "rerank-after-retrieval": rerankAfterRetrieval,
  "fallback-when-nothing-found": fallbackWhenNothingFound,
  "citations-reach-the-answer": citationsReachTheAnswer,
  "evaluation-separate-from-training": evaluationSeparateFromTraining,
  "evaluation-before-release": evaluationBeforeRelease,
  "training-apart-from-serving": trainingApartFromServing,
  "validation-before-output": validationBeforeOutput,
  "rollback-to-previous-version": rollbackToPreviousVersion,
  "router-has-a-default": routerHasADefault,
};

export function checkRules(plan: Plan): RuleFound[] {
  return diagramRules.map((rule) => ({ rule, ...rules[rule](plan) }));
}
