import fc from "fast-check";
import { expect, test } from "vitest";
import { freeSlug, nameScenario, slugFrom } from "#app/domain/authoring/scenario-slug.ts";
import { SlugSchema } from "#app/domain/scenarios/address.ts";

test("a title becomes words joined by hyphens, without accents and signs", () => {
  expect(slugFrom("  Réfund desk: what’s next? ")).toBe("refund-desk-whats-next");
  expect(slugFrom("返金")).toBeNull();
  expect(slugFrom("–")).toBeNull();
  expect(slugFrom("a".repeat(80))).toHaveLength(60);
});

test("whatever is written, a slug that is made can stand in an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (title) => {
      const slug = slugFrom(title);
      expect(slug === null || SlugSchema.safeParse(slug).success).toBe(true);
    }),
  );
});

test("the free name of a slug is a slug, and nobody has it", () => {
  const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(words, fc.nat(30), (parts, many) => {
      const slug = slugFrom(parts.join(" ")) ?? "a";
      const taken = new Set<string>();
      for (let nth = 0; nth <= many; nth++) taken.add(freeSlug(slug, taken));
      expect(taken.size).toBe(many + 1);
      for (const each of taken) expect(SlugSchema.safeParse(each).success).toBe(true);
    }),
  );
});

test("a name says whose it is where it is taken", () => {
  const name = (slug: string | null) =>
    nameScenario({ title: "Refund desk", slug, own: new Set(["refund-desk"]), shipped: new Set(["brand-voice"]) });
  expect(name(null)).toMatchObject({ ok: false, proposal: "refund-desk-2" });
  expect(JSON.stringify(name(null))).toContain("this organisation");
  expect(JSON.stringify(name("brand-voice"))).toContain("library that ships");
  expect(name("returns")).toEqual({ ok: true, slug: "returns" });
  expect(name("Re turns")).toMatchObject({ ok: false, proposal: "re-turns" });
});
