import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { fragmentOf, holdsDrawing, readFragment } from "#app/components/diagram/studio/shared-source.ts";
import { startingDrawings, startingNameOf, startingNames } from "#app/components/diagram/studio/starting-drawings.ts";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { maxSourceLength } from "#app/domain/diagrams/graph.ts";

afterEach(() => vi.unstubAllGlobals());

const anySource = fc.oneof(
  fc.string({ minLength: 1, maxLength: 400 }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
);
const packed = (bytes: Uint8Array) => `#d=${deflateRawSync(bytes).toString("base64url")}`;

test("what is shared comes back letter for letter, in letters an address may hold", async () => {
  await fc.assert(
    fc.asyncProperty(anySource, async (source) => {
      const fragment = (await fragmentOf(source)) ?? "";
      expect(fragment).toMatch(/^#d=[\w-]+$/);
      expect(holdsDrawing(fragment)).toBe(true);
      expect(await readFragment(fragment)).toEqual({ ok: true, source });
    }),
  );
});

test("a browser that cannot pack shares plainly, and says so where it cannot unpack", async () => {
  const fragment = (await fragmentOf("flowchart LR\n  A")) ?? "";
  vi.stubGlobal("CompressionStream", undefined);
  vi.stubGlobal("DecompressionStream", undefined);
  await fc.assert(
    fc.asyncProperty(anySource, async (source) => {
      const plain = (await fragmentOf(source)) ?? "";
      expect(plain).toMatch(/^#t=[\w-]+$/);
      expect(await readFragment(plain)).toEqual({ ok: true, source });
    }),
  );
  expect(await readFragment(fragment)).toMatchObject({ ok: false, message: expect.stringContaining("cannot unpack") });
});

test("packing pays: the starting drawings make short links", async () => {
  for (const name of startingNames) {
    const { source } = startingDrawings[name];
    expect((await fragmentOf(source))?.length).toBeLessThan(source.length);
  }
});

test("whatever stands in a fragment, it is read or refused in a sentence", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("#d=", "#t=", "#", ""), fc.string({ maxLength: 200 }), async (mark, rest) => {
      const read = await readFragment(mark + rest);
      expect(read.ok ? read.source.length : read.message).toBeTruthy();
    }),
  );
  for (const fragment of ["#d=", "#t=", "#d=%%%", "#d=AAAA", "#t=gICA", packed(Uint8Array.of(0xff, 0xfe, 0x80))]) {
    expect(await readFragment(fragment)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^The link holds/),
    });
  }
});

test("a fragment that was cut off or changed gives no drawing with a hole in it", async () => {
  const fragment = (await fragmentOf(startingDrawings.retrieval.source)) ?? "";
  for (let length = 3; length < fragment.length; length += 7) {
    expect(await readFragment(fragment.slice(0, length))).toMatchObject({ ok: false });
  }
});

test("neither a long source nor a small link to a huge one goes through", async () => {
  const tooLong = { ok: false, message: "The link holds more than a source may be, 20,000 characters." };
  expect(await fragmentOf("x".repeat(maxSourceLength + 1))).toBeNull();
  const longest = "é".repeat(maxSourceLength);
  expect(await readFragment((await fragmentOf(longest)) ?? "")).toEqual({ ok: true, source: longest });
  expect(await readFragment(packed(new Uint8Array(40_000_000)))).toEqual(tooLong);
  expect(await readFragment(packed(new TextEncoder().encode("x".repeat(maxSourceLength + 1))))).toEqual(tooLong);
  expect(await readFragment(`#t=${"A".repeat(1_000_000)}`)).toEqual(tooLong);
});

test("the starting drawings read without errors, and an unknown name gives the first", () => {
  for (const name of startingNames) expect(parseFlowchart(startingDrawings[name].source)).toMatchObject({ ok: true });
  expect([startingNameOf("router"), startingNameOf("toString"), startingNameOf(null)]).toEqual([
    "router",
    "retrieval",
    "retrieval",
  ]);
});
