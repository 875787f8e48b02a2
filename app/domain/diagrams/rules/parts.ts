/** The parts of a drawing as the rules speak of them, found by what they name and by where they stand. */
import { bareWords } from "../components.ts";
import type { Component } from "../component-words.ts";
import { ledTo, partsNaming, type Part, type Plan, type PlanEdge } from "../plan.ts";

const stores = ["vector-store", "lexical-index"] as const;

/** Where passages are kept; a box that asks an index is retrieval. */
export function storesIn(plan: Plan): Part[] {
  return partsNaming(plan, ...stores).filter(({ components }) => !components.has("retriever"));
}

export function retrievalIn(plan: Plan): Part[] {
  return partsNaming(plan, "retriever", "fusion");
}

/** Whatever hands passages on. */
export function passagesIn(plan: Plan): Part[] {
  return partsNaming(plan, "retriever", "fusion", "reranker", ...stores);
}

export function generatorsIn(plan: Plan): Part[] {
  return partsNaming(plan, "generator");
}

/** Boxes without a name of their own from which everything starts count as the question, unless only training follows. */
export function questionsIn(plan: Plan): Part[] {
  const named = partsNaming(plan, "query").filter(({ components }) => !components.has("documents"));
  const serving = [...generatorsIn(plan), ...retrievalIn(plan)];
  const unnamed = plan.boxes.filter(
    (box) => box.components.size === 0 && !plan.back.has(box.id) && serving.some((each) => isNextTo(plan, box, each)),
  );
  return [...named, ...unnamed];
}

function isNextTo(plan: Plan, from: Part, to: Part): boolean {
  return plan.arrows.get(from.id)?.includes(to.id) ?? false;
}

/** What may stand for whoever or whatever gets an answer: "Lawyer", "User", "Editor and tickets". */
const receivers: ReadonlySet<Component> = new Set(["human-review", "query", "documents"]);

/** What leaves the system: boxes that name it, and nameless boxes or receivers at the end of what a generator makes. */
export function outputsIn(plan: Plan): Part[] {
  const made = ledTo(plan, generatorsIn(plan), { along: "arrows" });
  const ends = [...made].filter(({ id, isBox }) => isBox && !plan.arrows.has(id));
  const isOutput = ({ components }: Part) => [...components].every((each) => receivers.has(each));
  return [...new Set([...partsNaming(plan, "answer"), ...ends.filter(isOutput)])];
}

/** Documents and what is done to them before anybody asks. */
export function ingestionIn(plan: Plan): Part[] {
  const asked = ledTo(plan, questionsIn(plan), { along: "arrows" });
  return partsNaming(plan, "documents", "parser", "chunker").filter((part) => !asked.has(part));
}

const foundWords =
  /\b(found|relevant|relevance|threshold|scores?|confiden(t|ce)|hits?|results?|passages?|enough|match(es)?|similarity|pass(es)?)\b/;
const nothingWords =
  /\b(nothing|none|no (\w+ )?(results?|match(es)?|hits?|answer|passages?|documents?|chunks?|evidence)|not (found|relevant|enough|confident)|not enough|empty|below|under|too low|low|weak|insufficient|irrelevant|less than|zero)\b/;

/** Whether a box asks if anything good was found. */
export function asksWhetherFound({ label, shape, components }: Part): boolean {
  const isQuestion = shape === "diamond" || shape === "hexagon" || label.trimEnd().endsWith("?");
  const words = bareWords(label);
  const isFound = foundWords.test(words) || nothingWords.test(words);
  const isOther: Component[] = ["cache", "validator", "evaluator", "router"];
  return isQuestion && isFound && !isOther.some((component) => components.has(component));
}

const plainNo = /^(no|n|false|nein|not?|fails?)$/;
const plainYes = /^(yes|y|true|ok|ja)$/;

/** Whether a link is the way taken when nothing good was found. */
export function isNothingFound({ from, label }: PlanEdge): boolean {
  const words = bareWords(label);
  const isAsked = asksWhetherFound(from);
  const isRetrieval = (["retriever", "reranker", "fusion"] as const).some((each) => from.components.has(each));
  if (nothingWords.test(words) || /^\s*(<|≤)/.test(label)) return isAsked || isRetrieval;
  const asksForNothing = nothingWords.test(bareWords(from.label));
  return isAsked && (asksForNothing ? plainYes : plainNo).test(words);
}
