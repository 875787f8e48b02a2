/**
 * What an address of the retrieval lab says: the knobs, the question or the planted failure, and whether a hint is asked
 * for. Wrong values are named and replaced.
 */
import { longestQuery } from "../query-limit.ts";
import type { Question } from "../question-set.ts";
import { knobNames, type KnobTexts } from "./knob-positions.ts";
import { readKnobs, shippedTexts, type KnobFault, type Knobs } from "./knobs.ts";
import { findPlanted, type PlantedFailure } from "./planted-failures.ts";

export type LabState = {
  texts: KnobTexts;
  knobs: Knobs;
  faults: KnobFault[];
  /** Where the knobs stand when nothing is turned. */
  start: KnobTexts;
  planted: PlantedFailure | null;
  /** The question of the set that is asked, null where it is the reader's own or a planted one. */
  chosen: Question | null;
  question: string;
  /** What the field of the reader's own question holds. */
  own: string;
  /** Names in the address that there is nothing for. */
  unknown: { what: "planted" | "question"; name: string }[];
  wantsHint: boolean;
};

/** `questions` are those of the test set; the first is asked where an address asks none. */
export function readLabState(params: URLSearchParams, questions: readonly Question[]): LabState {
  const plantedName = params.get("planted");
  const planted = plantedName === null ? null : findPlanted(plantedName);
  const start = planted?.start ?? shippedTexts;
  const read = readKnobs(params, start);
  const asked = params.get("ask");
  const own = (params.get("q") ?? "").slice(0, 2 * longestQuery);
  const known = questions.find(({ id }) => id === asked) ?? null;
  const isOwn = known === null && params.has("q");
  const chosen = planted || isOwn ? null : (known ?? questions[0] ?? null);
  const unknown: LabState["unknown"] = [];
  if (plantedName !== null && !planted) unknown.push({ what: "planted", name: plantedName.slice(0, 60) });
  if (asked !== null && asked !== "" && !known) unknown.push({ what: "question", name: asked.slice(0, 60) });
  return {
    ...read,
    start,
    planted,
    chosen,
    question: planted?.question ?? chosen?.asks ?? own,
    own,
    unknown,
    wantsHint: params.get("hint") === "1",
  };
}

/** Whether a knob stands elsewhere than at the start. */
export function isTurned({ texts, start }: Pick<LabState, "texts" | "start">): boolean {
  return knobNames.some((name) => texts[name] !== start[name]);
}
