import fc from "fast-check";
import { expect, test } from "vitest";
import {
  assessInvitationEnd,
  assessInvitationState,
  daysGiven,
  LinkLabelSchema,
  readAddresses,
} from "#app/domain/hiring/invitation.ts";

const now = new Date("2026-11-22T10:00:00Z");
const open = { uses: 0, mostUses: 1, revokedAt: null, expiresAt: assessInvitationEnd(now, 14) };

test("an invitation is open until it is used up, withdrawn or past its time", () => {
  expect(assessInvitationState(open, now)).toBe("open");
  expect(assessInvitationState({ ...open, uses: 1 }, now)).toBe("used");
  expect(assessInvitationState({ ...open, uses: 999, mostUses: 1_000 }, now)).toBe("open");
  expect(assessInvitationState({ ...open, revokedAt: now }, now)).toBe("revoked");
  expect(assessInvitationState(open, open.expiresAt)).toBe("expired");
});

test("an invitation that is sent again stands as long as before, across a change of clocks too", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (days) => {
      const createdAt = new Date("2026-03-28T22:30:00Z");
      expect(daysGiven({ createdAt, expiresAt: assessInvitationEnd(createdAt, days) })).toBe(days);
    }),
  );
});

test("addresses are read one a line, with commas and names, each once and in lower case", () => {
  const pasted = "ada@example.com\r\nGrace Hopper <Grace@Example.com>, ada@EXAMPLE.com;\n\n  bob@example.com  ";
  expect(readAddresses(pasted)).toEqual({
    addresses: ["ada@example.com", "grace@example.com", "bob@example.com"],
    bad: [],
  });
});

test("what is no address is named with its line, and shortened", () => {
  const { addresses, bad } = readAddresses(`ada@example.com\nnonsense\n${"x".repeat(500)}`);
  expect(addresses).toEqual(["ada@example.com"]);
  expect(bad).toEqual([
    { line: 2, text: "nonsense" },
    { line: 3, text: "x".repeat(60) },
  ]);
});

test("whatever is pasted, every address that is read holds no line break and is named once", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.emailAddress(), fc.string())), (pieces) => {
      const { addresses } = readAddresses(pieces.join("\n"));
      expect(new Set(addresses).size).toBe(addresses.length);
      for (const address of addresses) expect(address).toMatch(/^[^\s,;<>]+@[^\s,;<>]+$/);
    }),
  );
});

test("a link has a name of one line", () => {
  expect(LinkLabelSchema.parse(" Careers\npage ")).toBe("Careers page");
  expect(LinkLabelSchema.safeParse("\u200b").success).toBe(false);
});
