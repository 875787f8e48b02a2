/** What must be so where a model is trained, measured and put to use. */
import { bareWords } from "../components.ts";
import type { Component } from "../component-words.ts";
import { ledTo, partsNaming, type Part, type Plan, type PlanEdge } from "../plan.ts";
import { generatorsIn, outputsIn, questionsIn } from "./parts.ts";
import { at, broken, firstPair, holds, inOrder, notShown, type RuleVerdict } from "./verdict.ts";

function edgesBetween(plan: Plan, from: readonly Part[], to: readonly Part[]): PlanEdge[] {
  return plan.edges.filter(
    (edge) => !edge.isPlain && edge.from !== edge.to && from.includes(edge.from) && to.includes(edge.to),
  );
}

/** What data goes into and only a result comes out of. */
const judges: readonly Component[] = ["evaluator", "generator", "release", "monitor", "human-review", "validator"];

export function evaluationSeparateFromTraining(plan: Plan): RuleVerdict {
  const evaluation = inOrder(partsNaming(plan, "evaluation-data"));
  const training = partsNaming(plan, "training", "training-data").filter((part) => !evaluation.includes(part));
  const evaluators = partsNaming(plan, "evaluator", "release").filter((part) => !training.includes(part));
  const through = partsNaming(plan, ...judges).filter((part) => !evaluation.includes(part) && !training.includes(part));
  const leak = firstPair(plan, { from: evaluation, to: training, without: through, along: "arrows" });
  if (leak && !isSplit(leak[0])) {
    return broken(`${at("evaluation-data", leak[0])} goes into training in line ${leak[1].line}.`, ...leak);
  }
  const used =
    firstPair(plan, { from: evaluation, to: evaluators }) ??
    firstPair(plan, { from: evaluation, to: generatorsIn(plan) });
  const [learned] = inOrder(training);
  if (used && learned) {
    return holds(
      `${at("evaluation-data", used[0])} is kept apart from training in line ${learned.line}.`,
      ...used,
      learned,
    );
  }
  if (evaluation.length === 0) {
    const data = partsNaming(plan, "training-data").filter((part) => part.isBox);
    const jobs = partsNaming(plan, "training");
    for (const set of inOrder(data)) {
      const [trained] = edgesBetween(plan, [set], jobs);
      const [tested] = edgesBetween(plan, [set], evaluators);
      if (trained && tested && ![trained, tested].some(({ label }) => /\d|split|sample|part/.test(label))) {
        return broken(`The data in line ${set.line} goes into training and into its evaluation.`, set, trained, tested);
      }
    }
  }
  return notShown("Training and a test set of its own are not both drawn.");
}

function isSplit({ components }: Part): boolean {
  return components.has("training-data");
}

/** What looks at a system while it runs is no test before it does. */
const whileLive = /\b(online|live|monitor\w*|production|weekly|daily|continuous\w*|ongoing|sampl\w*|a b)\b/;

export function evaluationBeforeRelease(plan: Plan): RuleVerdict {
  const evaluators = partsNaming(plan, "evaluator").filter(
    ({ components, label }) => !components.has("monitor") && !whileLive.test(bareWords(label)),
  );
  const releases = partsNaming(plan, "release").filter((part) => !evaluators.includes(part));
  const way = firstPair(plan, { from: evaluators, to: releases });
  if (way) return holds(`${at("evaluator", way[0])} comes before ${at("release", way[1])}.`, ...way);
  const trained = ledTo(plan, partsNaming(plan, "training", "registry"));
  const gates = evaluators.filter((part) => trained.has(part));
  const served = firstPair(plan, { from: gates, to: generatorsIn(plan) });
  if (served)
    return holds(`${at("evaluator", served[0])} comes before ${at("generator", served[1])} serves.`, ...served);
  const untested = firstPair(plan, { from: partsNaming(plan, "training"), to: releases, along: "arrows" });
  const late = firstPair(plan, { from: releases, to: evaluators, along: "arrows" });
  if (untested && late) {
    return broken(`${at("release", late[0])} comes before ${at("evaluator", late[1])}.`, ...late);
  }
  return notShown("An evaluation on the way to a release is not drawn.");
}

/** What a question may pass on its way back into training: a loop over days, not part of the request. */
const slow: readonly Component[] = [
  "generator",
  "answer",
  "monitor",
  "human-review",
  "evaluator",
  "evaluation-data",
  "training-data",
  "cache",
  "vector-store",
  "lexical-index",
  "documents",
  "fallback",
];

export function trainingApartFromServing(plan: Plan): RuleVerdict {
  const training = partsNaming(plan, "training");
  const generators = generatorsIn(plan);
  const questions = questionsIn(plan);
  const released = partsNaming(plan, "registry", "release");
  if (training.length === 0) return notShown("No training is drawn.");
  const closed = partsNaming(plan, ...slow).filter((part) => !questions.includes(part));
  const nameless = plan.boxes.filter(({ components }) => components.size === 0);
  const inRequest = firstPair(plan, {
    from: questions,
    to: training,
    along: "arrows",
    without: [...closed, ...nameless.filter((part) => !questions.includes(part))],
  });
  const asked = questions.filter(({ components }) => components.size > 0);
  if (inRequest && asked.includes(inRequest[0])) {
    const out = firstPair(plan, { from: [inRequest[1]], to: [...generators, ...outputsIn(plan)], along: "arrows" });
    if (out)
      return broken(
        `${at("training", inRequest[1])} stands on the way of every question from line ${inRequest[0].line}.`,
        ...inRequest,
      );
  }
  const served = firstPair(plan, { from: training, to: [...generators, ...released] });
  const answered = firstPair(plan, { from: questions, to: generators, without: training });
  if (served && answered && !inRequest) {
    const apart = `${at("training", served[0])} leads to line ${served[1].line} and no question passes it`;
    return holds(`${apart}.`, ...served, answered[1]);
  }
  return notShown("Training and the way of a question to a model are not both drawn.");
}

export function rollbackToPreviousVersion(plan: Plan): RuleVerdict {
  const previous = inOrder(partsNaming(plan, "previous-version"));
  const triggers: readonly Component[] = ["evaluator", "monitor", "release", "registry", "generator", "validator"];
  const versions: readonly Component[] = ["registry", "release", "generator", "previous-version", "router"];
  const names = (part: Part, these: readonly Component[]) => these.some((each) => part.components.has(each));
  for (const part of previous) {
    const next = [...ledTo(plan, [part], { along: "arrows" })];
    const into = nextTo(plan, part, "back");
    const out = nextTo(plan, part, "arrows");
    const isRetraining = out.length > 0 && out.every((each) => each.components.has("training"));
    if (
      isRetraining &&
      /\broll|\brevert/.test(bareWords(part.label)) &&
      !next.some((each) => each !== part && names(each, ["previous-version"]))
    ) {
      const [job] = out;
      if (job)
        return broken(
          `${at("previous-version", part)} leads to ${at("training", job)}, not to a version that worked.`,
          part,
          job,
        );
    }
    const isTriggered = into.some((each) => names(each, triggers) || each.shape === "diamond");
    const leadsBack = out.some((each) => names(each, versions));
    if (isTriggered || leadsBack) {
      const [trigger] = inOrder(into);
      return holds(`Line ${part.line} leads back to an earlier version.`, part, ...(trigger ? [trigger] : []));
    }
  }
  return notShown("No way back to an earlier version is drawn.");
}

function nextTo(plan: Plan, { id }: Part, along: "arrows" | "back"): Part[] {
  return (plan[along].get(id) ?? []).flatMap((next) => plan.parts.get(next) ?? []);
}
