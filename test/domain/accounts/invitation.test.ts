import { expect, test } from "vitest";
import { InvitedAddressSchema, invitationEnd, invitationState, maskAddress } from "#app/domain/accounts/invitation.ts";

const now = new Date("2026-11-22T10:00:00Z");
const open = { acceptedAt: null, revokedAt: null, expiresAt: invitationEnd(now) };

test("an invitation stands for seven days, to the moment", () => {
  const end = new Date("2026-11-29T10:00:00Z");
  expect(invitationEnd(now)).toEqual(end);
  expect(invitationState(open, new Date(end.getTime() - 1))).toBe("open");
  expect(invitationState(open, end)).toBe("expired");
});

test("what was accepted stays accepted, and what was withdrawn stays withdrawn, also after its time", () => {
  const later = new Date("2027-01-01T00:00:00Z");
  expect(invitationState({ ...open, acceptedAt: now, revokedAt: now }, later)).toBe("used");
  expect(invitationState({ ...open, revokedAt: now }, later)).toBe("revoked");
});

test("an address is kept in lower case, and is one", () => {
  expect(InvitedAddressSchema.parse(" Grace@Example.COM ")).toBe("grace@example.com");
  for (const wrong of ["", "grace", "grace@", "a@b.c\nBcc: d@e.fg", "a@example.com,b@example.com"]) {
    expect(InvitedAddressSchema.safeParse(wrong).success).toBe(false);
  }
});

test("a masked address shows its first letter and where it is", () => {
  expect(["grace@example.com", "g@x.org", '"a@b"@example.com', "nobody"].map(maskAddress)).toEqual([
    "g…@example.com",
    "g…@x.org",
    '"…@example.com',
    "…",
  ]);
});
