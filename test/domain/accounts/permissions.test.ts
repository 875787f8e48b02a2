import { expect, test } from "vitest";
import { canReview, canSeeStudio, findMembership, isReviewer } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";

const ada: Viewer = {
  id: "ada",
  name: "Ada",
  email: "Ada@example.com",
  isGuest: false,
  emailVerified: true,
  memberships: [],
};
const ben: Viewer = {
  id: "ben",
  name: "Ben",
  email: "ben@example.com",
  isGuest: false,
  emailVerified: true,
  memberships: [],
};
const guest: Viewer = { id: "guest", name: "Guest", email: null, isGuest: true, emailVerified: false, memberships: [] };
const reviewers = ["ada@example.com"];

test("a reviewer is an account whose address is named, whatever its case", () => {
  expect(isReviewer(ada, reviewers)).toBe(true);
  expect(isReviewer(ben, reviewers)).toBe(false);
  expect(isReviewer(ada, [])).toBe(false);
  expect(isReviewer(null, reviewers)).toBe(false);
  expect(isReviewer({ ...guest, email: "ada@example.com" }, reviewers)).toBe(false);
});

test("where no reviewers are named any account may see the studio, a guest and a stranger never", () => {
  expect([ada, ben].map((viewer) => canSeeStudio(viewer, []))).toEqual([true, true]);
  for (const named of [[], reviewers]) {
    expect(canSeeStudio(guest, named)).toBe(false);
    expect(canSeeStudio(null, named)).toBe(false);
  }
});

test("where reviewers are named the studio is theirs", () => {
  expect(canSeeStudio(ada, reviewers)).toBe(true);
  expect(canSeeStudio(ben, reviewers)).toBe(false);
});

test("an organisation's sessions are for its own reviewers, and for no named one", () => {
  const acme = { organisationId: "1", handle: "acme", name: "Acme" };
  const session = { candidateId: "ada", organisationId: "1", reviewers: ["ben@example.com"] };
  expect(canReview(ben, session)).toBe(false);
  expect(canReview({ ...ben, memberships: [{ ...acme, roles: ["instructor"] }] }, session)).toBe(false);
  const reviewer: Viewer = { ...ben, memberships: [{ ...acme, roles: ["reviewer"] }] };
  expect(canReview(reviewer, session)).toBe(true);
  expect(canReview(reviewer, { ...session, organisationId: "2" })).toBe(false);
  expect(canReview(reviewer, { ...session, organisationId: null, reviewers: [] })).toBe(false);
  expect(canReview(reviewer, { ...session, candidateId: "ben" })).toBe(false);
});

test("a reviewer reviews the sessions of others, never their own", () => {
  expect(canReview(ada, { candidateId: "ben", organisationId: null, reviewers })).toBe(true);
  expect(canReview(ada, { candidateId: "ada", organisationId: null, reviewers })).toBe(false);
  expect(canReview(ben, { candidateId: "ada", organisationId: null, reviewers })).toBe(false);
  expect(canReview(guest, { candidateId: "ben", organisationId: null, reviewers })).toBe(false);
  expect(canReview(null, { candidateId: "ben", organisationId: null, reviewers })).toBe(false);
});

test("a handle that is the id of another organisation does not pass for it", () => {
  const [acme, impostor] = ["0192f0c1-0000-7000-8000-000000000001", "0192f0c1-0000-7000-8000-000000000002"];
  const memberships: Viewer["memberships"] = [
    { organisationId: impostor, handle: acme, name: "Aardvark", roles: ["admin"] },
    { organisationId: acme, handle: "acme", name: "Acme", roles: ["candidate"] },
  ];
  const viewer = { ...ben, memberships };
  expect(findMembership(viewer, acme, "take_scenario")?.name).toBe("Acme");
  expect(findMembership(viewer, acme, "manage_members")).toBeNull();
  expect(findMembership(viewer, "acme", "take_scenario")?.name).toBe("Acme");
});
