import { approaches } from "#app/domain/scenarios/approach.ts";
import type { Judgement } from "#app/domain/simulator/decide/evaluate.ts";
import type { Verdict } from "#app/domain/simulator/decide/procedure.ts";

type ProcedureWords = { name: string; isPlural?: true };

const procedureWords: Readonly<Record<string, ProcedureWords>> = {
  "s0-six-questions": { name: "S0’s six questions", isPlural: true },
  "s0-matrix": { name: "S0’s matrix" },
  "s1-tree": { name: "S1’s tree" },
  "s1-quick-reference": { name: "S1’s table" },
  "s2-flowchart": { name: "S2’s flowchart" },
  "s2-quick-table": { name: "S2’s table" },
  "s3-prose": { name: "S3’s rules", isPlural: true },
};

export function procedureName(id: string): string {
  return procedureWords[id]?.name ?? id;
}

/** Verdicts in running words. */
const said: Record<Verdict, string> = {
  prompt: "prompt",
  rag: "RAG",
  "fine-tune": "fine-tune",
  hybrid: "hybrid",
  undefined: "nothing",
  undetermined: "nothing yet",
};

const inOrder: readonly Verdict[] = [...approaches, "undefined", "undetermined"];
const counts = ["none", "one", "two", "three", "four", "five", "six", "seven"];

type Group = { verdict: Verdict; ids: string[] };

/** The answer to the page's question, in a sentence: who says what, the most first; then who does not decide. */
export function verdictSentence(judgements: readonly Judgement[]): string {
  const groups = inOrder
    .map((verdict) => ({ verdict, ids: judgements.filter((each) => each.verdict === verdict).map(({ id }) => id) }))
    .filter(({ ids }) => ids.length > 0);
  const [only] = groups;
  if (only && groups.length === 1) return unanimous(only, judgements.length);
  const decided = groups.filter(({ verdict }) => isApproach(verdict));
  const largestFirst = decided.toSorted((one, other) => other.ids.length - one.ids.length);
  const others = groups.filter(({ verdict }) => !isApproach(verdict));
  const clauses = [...largestFirst, ...others].map((group, at) => clauseOf(group, at === 0 ? judgements.length : null));
  return sentence(clauses.join("; "));
}

const isApproach = (verdict: Verdict) => verdict !== "undefined" && verdict !== "undetermined";

function unanimous({ verdict }: Group, all: number): string {
  const number = counts[all] ?? String(all);
  if (verdict === "undetermined") return `None of the ${number} can tell yet: too little is known.`;
  return verdict === "undefined" ? `None of the ${number} decides.` : `All ${number} say ${said[verdict]}.`;
}

/** `outOf` where the clause begins the sentence. */
function clauseOf({ verdict, ids }: Group, outOf: number | null): string {
  const isCounted = ids.length > 2 || (outOf !== null && ids.length > 1 && isApproach(verdict));
  const of = outOf === null ? "" : ` of ${counts[outOf] ?? outOf}`;
  const who = isCounted ? `${counts[ids.length] ?? ids.length}${of}` : ids.map(procedureName).join(" and ");
  const isPlural = ids.length > 1 || ids.some((id) => procedureWords[id]?.isPlural);
  if (verdict === "undetermined") return `${who} cannot tell yet`;
  if (verdict === "undefined") return `${who} ${isPlural ? "do" : "does"} not decide`;
  return `${who} ${isPlural ? "say" : "says"} ${said[verdict]}`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
