import { expect, test } from "vitest";
import { canReview, canSeeStudio, isReviewer } from "#app/domain/accounts/permissions.ts";
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

test("a reviewer reviews the sessions of others, never their own", () => {
  expect(canReview(ada, { candidateId: "ben", reviewers })).toBe(true);
  expect(canReview(ada, { candidateId: "ada", reviewers })).toBe(false);
  expect(canReview(ben, { candidateId: "ada", reviewers })).toBe(false);
  expect(canReview(guest, { candidateId: "ben", reviewers })).toBe(false);
  expect(canReview(null, { candidateId: "ben", reviewers })).toBe(false);
});
