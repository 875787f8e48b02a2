import fc from "fast-check";
import { expect, test } from "vitest";
import { rankConstant } from "#app/domain/retrieval/fusion.ts";
import { knobNames, knobPositions } from "#app/domain/retrieval/lab/knob-positions.ts";
import { readKnobs, shippedKnobs, shippedTexts } from "#app/domain/retrieval/lab/knobs.ts";
import { shippedChunkSize } from "#app/domain/retrieval/passage.ts";
import { shippedDepths } from "#app/domain/retrieval/search.ts";

test("the knobs begin where search ships", () => {
  expect(shippedKnobs).toMatchObject({
    ...shippedChunkSize,
    words: true,
    meaning: true,
    fusion: { kind: "ranks", k: rankConstant },
    reranked: shippedDepths.reranked,
    bar: null,
  });
});

test("an address sets the knobs that it names and leaves the others", () => {
  const { texts, knobs, faults } = readKnobs([
    ["size", "180"],
    ["fusion", "weights"],
    ["bar", "0.72"],
  ]);
  expect(texts).toEqual({ ...shippedTexts, size: "180", fusion: "weights", bar: "0.72" });
  expect(knobs).toMatchObject({ sizeWords: 180, fusion: { kind: "weights" }, bar: 0.72 });
  expect(faults).toEqual([]);
});

test("a position that a knob does not have is named, and the knob stays where it was", () => {
  const { texts, faults } = readKnobs([
    ["size", "91"],
    ["top", "-1"],
    ["budget", ""],
  ]);
  expect(texts).toEqual(shippedTexts);
  expect(faults).toEqual([
    { knob: "size", typed: "91", used: "90", reason: "position" },
    { knob: "top", typed: "-1", used: "5", reason: "position" },
    { knob: "budget", typed: "", used: "1000", reason: "position" },
  ]);
});

test("with both ways of finding off, words are used and it is said", () => {
  const { knobs, faults } = readKnobs([
    ["words", "off"],
    ["meaning", "off"],
  ]);
  expect(knobs).toMatchObject({ words: true, meaning: false });
  expect(faults).toMatchObject([{ knob: "meaning", reason: "both-off" }]);
});

test("whatever an address says, every knob stands at one of its positions", () => {
  const written = fc.array(fc.tuple(fc.constantFrom(...knobNames, "planted", "x"), fc.string()));
  fc.assert(
    fc.property(written, (params) => {
      const { texts, knobs } = readKnobs(params);
      for (const name of knobNames) expect(knobPositions[name]).toContain(texts[name]);
      expect(Object.values(knobs).some((value) => typeof value === "number" && !Number.isFinite(value))).toBe(false);
    }),
  );
});
