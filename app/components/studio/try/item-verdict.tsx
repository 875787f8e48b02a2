import { VerdictMark } from "#app/components/ui/verdict.tsx";
import type { Verdict } from "#app/domain/scenarios/schema.ts";

const flagWords: Record<Verdict, { verdict: Verdict; words: string }> = {
  met: { verdict: "not_met", words: "Raised" },
  partial: { verdict: "partial", words: "Partly raised" },
  not_met: { verdict: "met", words: "Not raised" },
  insufficient_evidence: { verdict: "insufficient_evidence", words: "Not enough evidence" },
};

/** A verdict on a check, or on a red flag in the words of one: a flag that is raised is not "met" to its reader. */
export function ItemVerdict({ verdict, isRedFlag }: { verdict: Verdict; isRedFlag: boolean }) {
  return isRedFlag ? <VerdictMark {...flagWords[verdict]} /> : <VerdictMark verdict={verdict} />;
}

export function itemVerdictName(verdict: Verdict, isRedFlag: boolean, names: Record<Verdict, string>): string {
  return isRedFlag ? flagWords[verdict].words : names[verdict];
}
