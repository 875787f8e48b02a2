import fc from "fast-check";
import { expect, test } from "vitest";
import { longestQuery } from "#app/domain/retrieval/query-limit.ts";
import { noWidening, readQuery } from "#app/domain/retrieval/query.ts";
import { createSuggest, slipsBetween } from "#app/domain/retrieval/suggestion.ts";

function read(typed: string, options?: Parameters<typeof readQuery>[1]) {
  const result = readQuery(typed, options);
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  return result.query;
}
const reasonFor = (typed: string) => {
  const result = readQuery(typed);
  return result.ok ? null : result.reason;
};

test("what holds nothing to search for is told apart by its reason", () => {
  expect(["", "  \n", "???"].map(reasonFor)).toEqual(["nothing", "nothing", "nothing"]);
  expect(["the of and", "what about it?"].map(reasonFor)).toEqual(["common-words", "common-words"]);
  expect(["检索增强生成", "поиск"].map(reasonFor)).toEqual(["other-script", "other-script"]);
  expect(reasonFor("a ".repeat(longestQuery))).toBe("too-long");
  expect(reasonFor("retrieval")).toBe(null);
});

test("markup and addresses say nothing about what is looked for", () => {
  expect(read("<script>alert</script> cache https://example.com/drop").words).toEqual(["alert", "cach"]);
  expect(reasonFor("<img src=x onerror=alert(1)>")).toBe("nothing");
});

test("a word brings along its concept and what an everyday word means in the field, at less weight", () => {
  const { terms } = read("our helpdesk bot");
  const weightOf = (key: string) => terms.find((term) => term.key === key)?.weight ?? 0;
  expect(weightOf("bot")).toBe(1);
  expect(weightOf("support")).toBeGreaterThan(0);
  expect(weightOf("support")).toBeLessThan(1);
  expect(read("our helpdesk bot", { widening: noWidening }).terms.map(({ key }) => key)).toEqual(["helpdesk", "bot"]);
});

test("an unknown word is read as the known one it is a slip away from, and as typed otherwise", () => {
  const suggest = createSuggest(["An adapter of a cache. Search in separate retrieval lists with side effects."]);
  const { text, corrected } = read("adpater serch in the cahce", { suggest });
  expect(text).toBe("adapter search in the cache");
  expect(corrected.map(({ typed }) => typed)).toEqual(["adpater", "serch", "cahce"]);
  expect(["seperate", "retrieva"].map(suggest)).toEqual(["separate", "retrieval"]);
  // Real words that are one letter from a known one.
  expect(["slide", "lift", "zebra", "cache", "x"].map(suggest)).toEqual([null, null, null, null, null]);
});

test("slips are counted as letters added, left out, changed or swapped", () => {
  expect(slipsBetween("cache", "cahce", 2)).toBe(1);
  expect(slipsBetween("cache", "cash", 3)).toBe(2);
  expect(slipsBetween("cache", "elephant", 2)).toBe(3);
  const word = fc.stringMatching(/^[a-c]{0,6}$/);
  fc.assert(
    fc.property(word, word, (a, b) => {
      const slips = slipsBetween(a, b, 10);
      expect(slips).toBe(slipsBetween(b, a, 10));
      expect(slips === 0).toBe(a === b);
      expect(slips).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});

test("any text at all is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
      const result = readQuery(typed);
      return !result.ok || result.query.terms.length > 0;
    }),
  );
  expect(readQuery("\u0000\ud800")).toEqual({ ok: false, reason: "nothing" });
});
