/**
 * The four answers a situation can have. Their order is always this one, on screen and in data.
 */
import { z } from "zod";

export const approaches = ["prompt", "rag", "fine-tune", "hybrid"] as const;

export const ApproachSchema = z.enum(approaches);
export type Approach = z.infer<typeof ApproachSchema>;

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
