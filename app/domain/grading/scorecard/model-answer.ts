/**
 * The strong answer by a scenario's author beside one's own: which checks it meets that one's own did not, with the words
 * of both. Checks are paired by id, since the two may be measured by different versions of a rubric.
 */
import type { Verdict } from "../../scenarios/schema.ts";
import type { CheckView, GradeView } from "./grade-view.ts";

export type Difference = Pick<CheckView, "key" | "title" | "asks" | "study"> & {
  model: { quotes: string[] };
  own: { verdict: Verdict | null; quotes: string[] };
};

type Checked = Pick<GradeView, "criteria">;

const checksIn = ({ criteria }: Checked) => criteria.flatMap(({ checks }) => checks);
const wordsOf = ({ quotes }: Pick<CheckView, "quotes">) => quotes.map(({ text }) => text);

/** `own.verdict` is null for a check that one's own version of the scenario did not have. */
export function differencesFrom(model: Checked, own: Checked): Difference[] {
  const ownChecks = new Map(checksIn(own).map((check) => [check.id, check]));
  return checksIn(model)
    .filter(({ verdict }) => verdict === "met")
    .flatMap((check): Difference[] => {
      const mine = ownChecks.get(check.id);
      if (mine?.verdict === "met") return [];
      const { key, title, asks, study } = check;
      const words = { verdict: mine?.verdict ?? null, quotes: mine ? wordsOf(mine) : [] };
      return [{ key, title, asks, study, model: { quotes: wordsOf(check) }, own: words }];
    });
}
