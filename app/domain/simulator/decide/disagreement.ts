/**
 * Why procedures differ on one situation: who ends where, by which rule of which source, from which answers.
 */
import type { Source } from "../../scenarios/schema.ts";
import { isDecided, type Judgement } from "./evaluate.ts";
import type { Step, Verdict } from "./procedure.ts";

/** What led a procedure to its verdict: the rule that ended it, and the answers that spoke before. */
export type Lead = { procedure: string; source: Source; rule: Step | null; because: Step[] };

export type Camp = { verdict: Verdict; leads: Lead[] };

/** The camps, the largest first; within one, in the order of the procedures. */
export function explainDisagreement(judgements: readonly Judgement[]): Camp[] {
  const camps = new Map<Verdict, Lead[]>();
  for (const judgement of judgements) {
    camps.set(judgement.verdict, [...(camps.get(judgement.verdict) ?? []), leadOf(judgement)]);
  }
  return [...camps].map(([verdict, leads]) => ({ verdict, leads })).sort((one, other) => rank(other) - rank(one));
}

/** Those that decide come before those that do not. */
const rank = ({ verdict, leads }: Camp) => (isDecided(verdict) ? 1000 : 0) + leads.length;

function leadOf({ id, source, verdict, path }: Judgement): Lead {
  if (verdict === "undetermined") return { procedure: id, source, rule: null, because: path.filter(isMissing) };
  const spoke = path.filter((step) => step.to !== null);
  return { procedure: id, source, rule: spoke.at(-1) ?? null, because: spoke.slice(0, -1) };
}

const isMissing = (step: Step) => step.missing !== undefined;

/** One sentence for a lead. */
export function describeLead({ procedure, rule, because }: Lead): string {
  if (!rule) {
    const fields = [...new Set(because.map(({ missing }) => missing))];
    return `${procedure} cannot tell without ${fields.join(", ")}.`;
  }
  const answers = because.map(({ question, answer, source }) => `${question} ${answer} (${source})`);
  const ended = `${rule.question} ${rule.answer} (${rule.source})`;
  return `${procedure}: ${[...answers, ended].join("; ")}.`;
}
