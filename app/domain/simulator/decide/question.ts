/**
 * A question of a decision procedure, as its source asks it, and how the facts of a situation answer it. The threshold
 * behind an answer is the source's where it has one; `reads` says how the facts are read where it has none.
 */
import type { Source } from "../../scenarios/schema.ts";
import type { Situation, SituationField } from "./situation.ts";

export type Answer = { value: string } | { missing: SituationField };

export type Question = {
  /** Its node in the procedure's diagram. */
  id: string;
  asks: string;
  source: Source;
  /** The answers that the procedure knows, which are also the ones that are enumerated. */
  options: readonly string[];
  reads?: string;
  answer: (situation: Situation) => Answer;
};

export const yesNo = ["yes", "no"] as const;

/** What a test over one fact answers: yes or no, or that the fact is missing. */
export function asked<Field extends SituationField>(
  field: Field,
  test: (fact: NonNullable<Situation[Field]>) => boolean,
): (situation: Situation) => Answer {
  return (situation) => {
    const fact = situation[field];
    return fact === undefined ? { missing: field } : toAnswer(test(fact));
  };
}

type Ask = (situation: Situation) => Answer;

/** Yes if every part says yes; a part that says no settles it, whatever is missing. */
export function both(...parts: readonly Ask[]): Ask {
  return (situation) =>
    combine(
      parts.map((part) => part(situation)),
      "no",
    );
}

/** Yes if one part says yes, whatever is missing. */
export function either(...parts: readonly Ask[]): Ask {
  return (situation) =>
    combine(
      parts.map((part) => part(situation)),
      "yes",
    );
}

function combine(answers: readonly Answer[], settles: "yes" | "no"): Answer {
  if (answers.some((answer) => "value" in answer && answer.value === settles)) return { value: settles };
  return answers.find((answer) => "missing" in answer) ?? { value: settles === "yes" ? "no" : "yes" };
}

function toAnswer(yes: boolean): Answer {
  return { value: yes ? "yes" : "no" };
}

const frequent: ReadonlySet<string> = new Set(["daily", "weekly"]);

/** Daily or weekly: the rates that S1:222 calls frequent and S2:208-209 finds impractical or expensive to train for. */
export const changesFrequently = asked("dataChanges", (rate) => frequent.has(rate));
