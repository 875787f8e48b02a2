import { expect, test } from "vitest";
import { askersByField, fieldsRead } from "#app/domain/simulator/decide/question-fields.ts";
import { procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { situationFields } from "#app/domain/simulator/decide/situation.ts";

function readBy(procedure: string, question: string) {
  const found = procedures.find(({ id }) => id === procedure)?.questions.find(({ id }) => id === question);
  if (!found) throw new Error(`${procedure} does not ask ${question}.`);
  return [...fieldsRead(found)];
}

test("a question's facts are read off it, all of them where it joins several", () => {
  expect(readBy("s2-flowchart", "volume")).toEqual(["queriesPerMonth"]);
  expect(readBy("s1-tree", "outside")).toEqual(["externalOrPrivateData", "dataChanges"]);
  expect(readBy("s1-tree", "behaviour").toSorted()).toEqual(["formatCritical", "problem"]);
  expect(readBy("s1-quick-reference", "accurate").toSorted()).toEqual(["formatCritical", "problem"]);
  expect(readBy("s0-matrix", "time")).toEqual([]);
});

test("every fact of a situation is asked for by somebody, and the volume by four", () => {
  const askers = askersByField(procedures);
  expect(Object.keys(askers)).toEqual(Object.keys(situationFields));
  expect(Object.values(askers).every((asking) => asking.length > 0)).toBe(true);
  expect(askers.queriesPerMonth.map(({ question }) => question.source)).toEqual([
    "S0:325",
    "S1:226",
    "S2:444-447",
    "S2:471",
  ]);
});
