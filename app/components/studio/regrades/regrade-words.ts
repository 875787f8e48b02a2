import type { GraderName } from "#app/domain/grading/grade.ts";
import type { ModelEstimate } from "#app/domain/grading/model/estimate.ts";

export type RegradeStatus = "queued" | "running" | "done" | "cancelled" | "failed";

export const regradeStatusWords: Record<RegradeStatus, string> = {
  queued: "Waiting",
  running: "Under way",
  done: "Done",
  cancelled: "Stopped",
  failed: "Failed",
};

/** As it stands inside a sentence. */
export const byGrader: Record<GraderName, string> = { offline: "the offline grader", anthropic: "Anthropic" };

export const some = (many: number, unit: string) => `${many} ${unit}${many === 1 ? "" : "s"}`;

export function usdWords(usd: number): string {
  return `$${usd.toFixed(usd < 0.1 ? 4 : 2)}`;
}

/** What grading takes, before it begins. */
export function estimateWords(grader: GraderName, estimate: ModelEstimate | null): string {
  if (grader === "offline" || estimate === null) return "It costs nothing, and nothing leaves this server.";
  const { inputTokens, outputTokens, usd } = estimate;
  const tokens = `About ${inputTokens.toLocaleString("en")} tokens read and ${outputTokens.toLocaleString("en")} written`;
  const cost = usd === null ? "the price of this model is not known" : `about ${usdWords(usd)}`;
  return `${tokens}: ${cost}. Doubtful answers are read twice, which adds to it. The transcripts are sent to Anthropic.`;
}

/** A difference of scores with its sign. */
export function signed(difference: number, digits = 0): string {
  const rounded = difference.toFixed(digits);
  if (Number(rounded) === 0) return "±0";
  return difference > 0 ? `+${rounded}` : `−${rounded.replace("-", "")}`;
}
