import fc from "fast-check";
import { expect, test } from "vitest";
import {
  breakEvenRetrains,
  printedRetrievalUsd,
  retrievalLines,
  retrievalUsd,
  tunedUsd,
  weeklyRetrains,
  weigh,
} from "#app/domain/simulator/retraining.ts";

test("the printed lines add up to the printed total", () => {
  expect(printedRetrievalUsd).toBe(1630);
});

test("only the embedding line is contradicted by its own inputs: $30, not $340", () => {
  const contradicted = retrievalLines.filter((line) => line.computedUsd !== line.printedUsd);
  expect(contradicted.map((line) => [line.label, line.printedUsd, line.computedUsd])).toEqual([
    ["Query embeddings", 340, 30],
  ]);
  expect(retrievalUsd).toBe(1320);
});

test("it balances at 1.5 retrains a month as printed and at 1.11 recomputed", () => {
  expect(breakEvenRetrains(printedRetrievalUsd)).toBe(1.5);
  expect(breakEvenRetrains(retrievalUsd)).toBeCloseTo(1.1125, 10);
});

test("a monthly retrain costs $1,230 and a weekly one $3,897", () => {
  expect(tunedUsd(1)).toBe(1230);
  expect(Math.round(tunedUsd(weeklyRetrains))).toBe(3897);
});

test("never retrained, tuning is cheaper by $890; twice a month, retrieval is cheaper by $710", () => {
  expect(weigh(0)).toMatchObject({ cheaper: "fine-tune", byUsd: 890 });
  expect(weigh(2)).toMatchObject({ cheaper: "rag", byUsd: 710 });
});

test("within a few dollars neither side is called cheaper", () => {
  expect(weigh(1.1).cheaper).toBe("level");
  expect(weigh(1).cheaper).toBe("fine-tune");
  expect(weigh(1.2).cheaper).toBe("rag");
});

test("the side called cheaper is never the dearer one, at any rate of retraining", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 10, noNaN: true }), (retrains) => {
      const { ragUsd, tunedUsd: tuned, cheaper, byUsd } = weigh(retrains);
      expect(byUsd).toBeCloseTo(Math.abs(ragUsd - tuned), 6);
      if (cheaper === "rag") expect(ragUsd).toBeLessThan(tuned);
      if (cheaper === "fine-tune") expect(tuned).toBeLessThan(ragUsd);
    }),
  );
});
