/** How far a grader agrees with people: its raw levels against the levels that reviewers gave to the same sessions. */
import type { ReviewedSession } from "../recalibration.ts";
import { agreementOf, type Agreement } from "./agreement.ts";

const places = 5;

/** Fewer levels than this say nothing about a grader: kappa and alpha are not given. */
export const fewestLevels = 30;

export type PeopleAgreement = { sessions: number; levels: Agreement };

export function agreementWithPeople(reviewed: readonly ReviewedSession[]): PeopleAgreement {
  const pairs = reviewed.map(({ levels, criteria }) =>
    criteria.flatMap(({ id, level }) => {
      const given = levels[id];
      return given === undefined ? [] : [{ first: given, second: level }];
    }),
  );
  return {
    sessions: pairs.filter(({ length }) => length > 0).length,
    levels: agreementOf(pairs.flat(), places, fewestLevels),
  };
}
