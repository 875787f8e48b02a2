import fc from "fast-check";
import { expect, test } from "vitest";
import {
  freeHandle,
  handleFrom,
  HandleSchema,
  isReservedHandle,
  keepsAnAdmin,
  longestHandle,
  OrganisationNameSchema,
} from "#app/domain/accounts/organisation.ts";
import { roles } from "#app/domain/accounts/roles.ts";

test("a handle is made from a name in plain letters", () => {
  const made = ["Acme", "Crème & Brûlée GmbH", "Straße Łódź", "O’Neill's", "  A.I. -- Lab  ", "日本", "x".repeat(99)];
  expect(made.map(handleFrom)).toEqual([
    "acme",
    "creme-and-brulee-gmbh",
    "strasse-lodz",
    "oneills",
    "ai-lab",
    "",
    "x".repeat(longestHandle),
  ]);
});

test("whatever the name, the handle that is proposed is one, is not reserved and is not taken", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.array(fc.nat({ max: 30 })), (name, numbers) => {
      const wanted = handleFrom(name);
      const taken = new Set([wanted, ...numbers.map((n) => `${wanted}-${n}`)]);
      const free = freeHandle(wanted, taken);
      expect(HandleSchema.safeParse(free).success).toBe(true);
      expect(taken.has(free) || isReservedHandle(free)).toBe(false);
    }),
  );
});

test("names of pages are no handles, and one with a number is proposed", () => {
  for (const page of ["calibration", "diagram", "reviews", "usage", "members", "new", "admin", "studio"]) {
    expect(isReservedHandle(page)).toBe(true);
    expect(freeHandle(page, new Set())).toBe(`${page}-2`);
  }
});

test("a handle has lower-case letters, digits and single hyphens", () => {
  const verdicts = ["acme", "a-1", "a", "Acme", "-a", "a--b", "a.b", "a_b", "é2", "x".repeat(41)].map(
    (handle) => HandleSchema.safeParse(handle).success,
  );
  expect(verdicts).toEqual([true, true, false, false, false, false, false, false, false, false]);
});

test("a name is one line, however it was typed", () => {
  expect(OrganisationNameSchema.parse(" Acme\r\nBcc: all@example.com \u202e\u0000x ")).toBe(
    "Acme Bcc: all@example.com x",
  );
  expect(OrganisationNameSchema.safeParse("\n\u200b ").success).toBe(false);
  expect(OrganisationNameSchema.safeParse("x".repeat(81)).success).toBe(false);
});

test("an organisation keeps an admin exactly when somebody with that role is left", () => {
  const member = fc.record({ userId: fc.uuid(), roles: fc.subarray([...roles]) });
  const after = fc.option(fc.subarray([...roles]));
  fc.assert(
    fc.property(fc.uniqueArray(member, { selector: ({ userId }) => userId, minLength: 1 }), after, (members, after) => {
      const changed = members[0]?.userId ?? "";
      const left = members
        .map((each) => (each.userId === changed ? (after ?? []) : each.roles))
        .filter((held) => held.includes("admin"));
      expect(keepsAnAdmin(members, changed, after)).toBe(left.length > 0);
    }),
  );
});

test("a handle does not look like an id, whoever makes it up", () => {
  fc.assert(fc.property(fc.uuid(), (id) => !HandleSchema.safeParse(id).success));
  expect(HandleSchema.safeParse("0192f0c1-desk").success).toBe(true);
});
