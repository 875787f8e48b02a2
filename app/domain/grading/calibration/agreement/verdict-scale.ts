/**
 * Verdicts as places on the ordered scale not met, partly met, met. `insufficient_evidence` counts as not met: neither
 * gives points, and which of the two it is says how sure a grader is, not how good an answer.
 */
import type { Verdict } from "../../../scenarios/schema.ts";

/** The scale, each place by the verdict that names it. */
export const verdictScale = ["not_met", "partial", "met"] as const satisfies readonly Verdict[];

export const placeOf: Readonly<Record<Verdict, number>> = { not_met: 0, insufficient_evidence: 0, partial: 1, met: 2 };
