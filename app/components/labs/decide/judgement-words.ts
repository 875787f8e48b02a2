import { procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import type { Judgement } from "#app/domain/simulator/decide/evaluate.ts";
import type { Procedure, Step } from "#app/domain/simulator/decide/procedure.ts";
import type { SituationField } from "#app/domain/simulator/decide/situation.ts";

export function procedureOf({ id }: Judgement): Procedure {
  const found = procedures.find((procedure) => procedure.id === id);
  if (!found) throw new Error(`There is no procedure ${id}.`);
  return found;
}

/** What stands in the way of a verdict. */
export function missingFacts({ verdict, path }: Judgement): SituationField[] {
  if (verdict !== "undetermined") return [];
  return [...new Set(path.flatMap(({ missing }) => missing ?? []))];
}

/** The rule or answer that ended it, as its source has it. */
export function endedBy({ path }: Judgement): Step | null {
  return path.at(-1) ?? null;
}

/** A tree asks as it goes; the others ask everything, then weigh. */
export function isTree({ kind }: Procedure): boolean {
  return kind === "tree";
}

/** The words on a node of the procedure's diagram. */
export function labelOf({ diagram }: Procedure, node: string): string {
  return diagram.nodes.find(({ id }) => id === node)?.label ?? node;
}

/** What an answer is called where its own word is one of code. */
const answerNames: Readonly<Record<string, string>> = {
  rag: "for retrieval",
  "fine-tune": "for tuning",
  neither: "for neither",
};

/** An answer as a reader says it; a question that was not come to has none. */
export function answerName(answer: string): string {
  return answerNames[answer] ?? answer;
}

/** The same, as a sentence of its own. */
export function answerSentence(answer: string): string {
  return `${sentenceCase(answerName(answer))}.`;
}

export const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** How many answers spoke for each side that the verdict rests on: "Speaks for tuning: 2". */
export function sidesCounted(procedure: Procedure, { path }: Judgement): string[] {
  const rests = procedure.restsOn(path);
  const sides = new Map<string, number>();
  for (const { node, to } of path) {
    if (to !== null && rests.has(node)) sides.set(to, (sides.get(to) ?? 0) + 1);
  }
  return [...sides].map(([side, count]) => `${labelOf(procedure, side)}: ${count}`);
}

/** The steps to show beside the picture: all of a tree, and of a tally those that the verdict rests on, then the rule. */
export function stepsShown(procedure: Procedure, { verdict, path }: Judgement): readonly Step[] {
  if (isTree(procedure)) return path;
  if (verdict === "undetermined") return path.filter(({ missing, to }) => missing !== undefined || to !== null);
  const rests = procedure.restsOn(path);
  return path.filter((step) => rests.has(step.node) || step === path.at(-1));
}
