import fc from "fast-check";
import { expect, test } from "vitest";
import { briefSituations, exampleSituations } from "#app/domain/simulator/decide/example-situations.ts";
import { parseSituation, situationFields } from "#app/domain/simulator/decide/situation.ts";
import { readSituation, writeSituation } from "#app/domain/simulator/decide/written-situation.ts";

test("what is written of a situation reads back as the same situation", () => {
  const known = [...exampleSituations.map(({ situation }) => situation), ...Object.values(briefSituations), {}];
  for (const situation of known) {
    const read = readSituation(Object.entries(writeSituation(situation)));
    expect(read).toMatchObject({ situation, faults: [], unknown: [] });
  }
});

test("an empty text is a fact that is not known", () => {
  expect(readSituation([["dataChanges", " "]])).toMatchObject({ situation: {}, faults: [] });
  expect(readSituation([]).situation).toEqual({});
});

const refused: [field: string, typed: string, reason: string][] = [
  ["dataChanges", "hourly", "not-an-option"],
  ["needsCitations", "true", "not-an-option"],
  ["problem", "toString", "not-an-option"],
  ["latencyBudgetMs", "0", "too-small"],
  ["latencyBudgetMs", "1e300", "too-large"],
  ["labelledExamples", "-3", "too-small"],
  ["labelledExamples", "1.5", "not-whole"],
  ["queriesPerMonth", "many", "not-a-number"],
  ["queriesPerMonth", "NaN", "not-a-number"],
  ["queriesPerMonth", "0x10", "not-a-number"],
  ["queriesPerMonth", "1,00", "not-a-number"],
  ["corpusDocuments", "Infinity", "not-a-number"],
  ["corpusDocuments", "1e13", "too-large"],
];

test.each(refused)("%s=%s is named at its field and counts as not known", (field, typed, reason) => {
  expect(readSituation([[field, typed]])).toMatchObject({
    situation: {},
    faults: [{ field, typed, reason }],
    texts: { [field]: typed },
  });
});

test("names that are no facts are told apart, and of two values the first counts", () => {
  const read = readSituation([
    ["budget", "5"],
    ["__proto__", "x"],
    ["queriesPerMonth", "2,000,000"],
    ["queriesPerMonth", "7"],
  ]);
  expect(read.situation).toEqual({ queriesPerMonth: 2_000_000 });
  expect(read.unknown).toEqual(["budget", "__proto__"]);
});

test("whatever stands in an address, a situation comes out that the procedures accept", () => {
  const name = fc.oneof(fc.constantFrom(...Object.keys(situationFields)), fc.string());
  const text = fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom("yes", "no", "daily", "both", "low"));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, text)), (entries) => {
      expect(parseSituation(readSituation(entries).situation)).toMatchObject({ ok: true });
    }),
  );
});
