import { weeklyRetrains, type Weighing } from "#app/domain/simulator/retraining.ts";
import { usd } from "#app/components/ui/usd.ts";

/** How often, as a person says it. */
export function retrainWords(perMonth: number): string {
  if (perMonth === 0) return "never";
  if (perMonth === 1) return "once a month";
  if (perMonth === 2) return "twice a month";
  if (perMonth >= weeklyRetrains - 0.05) return "every week";
  return `${perMonth.toFixed(1)} times a month`;
}

/** Which side is cheaper, and the question that opens. */
export function weighingWords({ cheaper, byUsd }: Weighing): string {
  if (cheaper === "level") return "Level. Cost does not decide this one; something else has to.";
  if (cheaper === "rag") return `Retrieval is cheaper by ${usd(byUsd)} a month. Would you still tune? When?`;
  return `Fine-tuning is cheaper by ${usd(byUsd)} a month. What would undo that?`;
}
