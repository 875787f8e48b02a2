/**
 * The approach that a check is about. A situation's best position would be too crude: a rubric for a retrieval system also
 * asks what training could not do. So the study page that a check sends people to decides; where that page is about no one
 * approach, the words of the check's own question do; where they do not lean one way, the check is about none.
 */
import type { Approach } from "../scenarios/approach.ts";
import type { Check } from "../scenarios/schema.ts";

const pageOf: Record<string, Approach> = {
  "prompt-first": "prompt",
  ingestion: "rag",
  "retrieval-pipeline": "rag",
  "retrieval-in-production": "rag",
  "retrieval-operations": "rag",
  "retrieval-failures": "rag",
  "when-retrieval-fits": "rag",
  "fine-tuning-pipeline": "fine-tune",
  "fine-tuning-operations": "fine-tune",
  "training-data": "fine-tune",
  "training-failures": "fine-tune",
  "adapters-and-memory": "fine-tune",
  "when-fine-tuning-fits": "fine-tune",
  "hybrid-patterns": "hybrid",
  "routing-and-cascade": "hybrid",
  "compliance-pipeline": "hybrid",
};

const wordsOf: Record<Approach, RegExp> = {
  prompt: /\b(prompt(s|ed|ing)?|few-shot|instructions?)\b/gi,
  rag: /\b(retriev\w*|look(s|ed|ing)? \w* ?up|index\w*|search\w*|passages?|chunks?|rerank\w*|embed\w*|at question time)\b/gi,
  "fine-tune": /\b(fine-?tun\w*|(re)?train(s|ed|ing)?|adapters?|lora|weights)\b/gi,
  hybrid: /\b(hybrid|both paths|rout(e|er|ing)|cascade)\b/gi,
};

export function approachOfCheck({ study, asks }: Pick<Check, "study" | "asks">): Approach | null {
  const byPage = pageOf[study.split("#")[0] ?? ""];
  if (byPage) return byPage;
  const counts = (Object.keys(wordsOf) as Approach[])
    .map((approach) => ({ approach, count: [...asks.matchAll(wordsOf[approach])].length }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && first.count > (second?.count ?? 0) ? first.approach : null;
}
