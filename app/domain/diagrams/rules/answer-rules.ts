/** What must be so between the generator and whoever gets the answer, and where questions part. */
import { bareWords } from "../components.ts";
import type { Component } from "../component-words.ts";
import { ledTo, partsNaming, type Part, type Plan, type PlanEdge } from "../plan.ts";
import { generatorsIn, outputsIn, passagesIn } from "./parts.ts";
import { at, broken, firstPair, holds, inOrder, notShown, type RuleVerdict } from "./verdict.ts";

const citing =
  /\b(citations?|cit(e|es|ed|ing)|references|footnotes?|provenance|(with|and|its|show|shows|adds?) (the )?(\w+ )?(sources?|links?|quotes)|(article|source|page|document|passage) (links?|ids?|references?)|linked (articles?|sources?))\b/;

/** Parts that bring no text of the documents with them. */
const withoutPassages: ReadonlySet<Component> = new Set([
  "query",
  "prompt",
  "cache",
  "router",
  "validator",
  "embedder",
  "rewriter",
  "generator",
  "tuned-generator",
  "answer",
  "training",
  "training-data",
  "evaluator",
  "evaluation-data",
  "registry",
  "release",
  "monitor",
  "previous-version",
]);

const passageWords =
  /\b(passages?|context|documents?|docs|chunks?|articles?|sources?|rag|retriev\w*|search\w*|knowledge)\b/;

export function citationsReachTheAnswer(plan: Plan): RuleVerdict {
  const generators = inOrder(generatorsIn(plan));
  const passages = passagesIn(plan);
  const way = firstPair(plan, { from: passages, to: generators });
  const cites = [...plan.parts.values()].filter(({ label }) => citing.test(bareWords(label)));
  for (const generator of generators) {
    const after = ledTo(plan, [generator]);
    const cite = inOrder(cites).find((part) => part === generator || after.has(part));
    const asked = partsNaming(plan, "retriever", "reranker", "fusion");
    const [from] =
      firstPair(plan, { from: asked, to: [generator] }) ?? firstPair(plan, { from: passages, to: [generator] }) ?? [];
    if (cite && from) {
      const message = `Passages from line ${from.line} reach ${at("generator", generator)}, so line ${cite.line} can cite them.`;
      return holds(message, from, generator, cite);
    }
  }
  if (way) return notShown("Passages reach the generator, so citations are possible; none is drawn.");
  for (const generator of generators) {
    const cite = inOrder(cites).find(
      (part) => part === generator || ledTo(plan, [generator], { along: "arrows" }).has(part),
    );
    if (!cite || passages.some((each) => ledTo(plan, [each]).has(cite))) continue;
    const before = [...ledTo(plan, [generator], { along: "back" }), generator];
    const isKnown = before.every((part) => part === cite || bringsNothing(part));
    if (!isKnown || !plan.back.has(generator.id)) continue;
    return broken(`Line ${cite.line} cites, but no passage reaches ${at("generator", generator)}.`, generator, cite);
  }
  return notShown("Passages that reach a generator, and citations after it, are not drawn.");
}

function bringsNothing({ components, label }: Part): boolean {
  const isOfQuestion = components.has("query") && !components.has("documents");
  if (!isOfQuestion && !components.has("answer") && passageWords.test(bareWords(label))) return false;
  return components.size > 0 && [...components].every((component) => withoutPassages.has(component));
}

export function validationBeforeOutput(plan: Plan): RuleVerdict {
  const generators = generatorsIn(plan);
  const validators = inOrder(partsNaming(plan, "validator"));
  const outputs = outputsIn(plan).filter((part) => !validators.includes(part));
  const after = validators.filter((part) => firstPair(plan, { from: generators, to: [part] }));
  if (validators.length === 0) return notShown("No check of the output is drawn.");
  if (after.length === 0) return notShown("A check is drawn, but not on what the generator writes.");
  const past = ledTo(plan, generators, { without: validators });
  const direct = inOrder(outputs).find((part) => past.has(part));
  const way = firstPair(plan, { from: after, to: outputs, without: generators });
  if (way && !past.has(way[1])) {
    return holds(`${at("validator", way[0])} stands between the generator and ${at("answer", way[1])}.`, ...way);
  }
  if (way) return notShown(`A way leads past the check to ${at("answer", way[1])}.`);
  const [validator] = after;
  if (!validator || !direct || !isNothingAfter(plan, after, generators)) {
    return notShown("Nothing is drawn after the check.");
  }
  const how = isBehind(plan, validator, direct) ? "comes after" : "does not stand before";
  return broken(`${at("validator", validator)} ${how} ${at("answer", direct)}.`, validator, direct);
}

/** Whether all that follows a check is known and none of it is an output. */
function isNothingAfter(plan: Plan, validators: readonly Part[], generators: readonly Part[]): boolean {
  const rest = [...ledTo(plan, validators, { without: generators })];
  return rest.every(({ components }) => components.size > 0);
}

function isBehind(plan: Plan, part: Part, before: Part): boolean {
  return ledTo(plan, [before], { along: "arrows" }).has(part);
}

const defaultWords =
  /\b(default|else|other(s|wise)?|unsure|unclear|unknown|not sure|uncertain|low confidence|anything|everything|none of|rest|fall ?back|no match|general|catch all|ambiguous|unclassified|remaining)\b/;
const yesOrNo = /^(yes|no|y|n|true|false)$/;

function isDefault({ label, to }: PlanEdge): boolean {
  const isTaken = to.components.has("fallback") || to.components.has("human-review");
  return (
    defaultWords.test(bareWords(label)) ||
    isTaken ||
    /\b(default|general|fall ?back|catch all)\b/.test(bareWords(to.label))
  );
}

export function routerHasADefault(plan: Plan): RuleVerdict {
  const routers = inOrder(partsNaming(plan, "router")).filter(({ isBox }) => isBox);
  if (routers.length === 0) return notShown("No router is drawn.");
  for (const router of routers) {
    const ways = plan.edges
      .filter(({ from, isPlain }) => from === router && !isPlain)
      .toSorted((a, b) => a.line - b.line);
    const loop = ways.find((way) => isDefault(way) && comesBack(plan, way));
    const taken = ways.find((way) => isDefault(way) && way !== loop);
    if (ways.length > 1 && taken)
      return holds(`${at("router", router)} has a way for all else in line ${taken.line}.`, router, taken);
    const answers = ways.filter(({ label }) => yesOrNo.test(bareWords(label)));
    if (answers.length > 1)
      return holds(`${at("router", router)} asks a yes-or-no question: every case has a way.`, router, ...answers);
    if (loop)
      return broken(`The default of ${at("router", router)} leads back to it in line ${loop.line}.`, router, loop);
  }
  return notShown("The router is drawn without a way for what fits none of its cases.");
}

/** Whether a way leads nowhere but back to where it began. */
function comesBack(plan: Plan, { from, to }: PlanEdge): boolean {
  if (to === from) return true;
  const beyond = ledTo(plan, [to], { without: [from] });
  return (
    ledTo(plan, [to]).has(from) &&
    [...beyond, to].every(({ components }) => components.has("rewriter") || components.has("query"))
  );
}
