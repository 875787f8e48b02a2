/**
 * The four answers a situation can have. Their order is always this one, on screen and in data.
 */
export const approaches = ["prompt", "rag", "fine-tune", "hybrid"] as const;

export type Approach = (typeof approaches)[number];

export const approachName: Record<Approach, string> = {
  prompt: "Prompt",
  rag: "RAG",
  "fine-tune": "Fine-tune",
  hybrid: "Hybrid",
};

export const approachChanges: Record<Approach, string> = {
  prompt: "changes what you ask",
  rag: "changes what it knows",
  "fine-tune": "changes how it behaves",
  hybrid: "both, and the upkeep of both",
};
