import fc from "fast-check";
import { expect, test } from "vitest";
import { storable } from "#app/domain/text/storable.ts";

test("line breaks are one character, and what a database refuses is gone", () => {
  expect(storable("one\r\ntwo\rthree\u0000\uD800!")).toBe("one\ntwo\nthree\uFFFD!");
});

test("any text can be kept, and one that can stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const kept = storable(text);
      expect(storable(kept)).toBe(kept);
      expect(kept).not.toMatch(/[\r\0]/);
      expect(Buffer.from(kept, "utf8").toString("utf8")).toBe(kept);
    }),
  );
});
