/**
 * Who may do what, as one table. Loaders, actions and services ask it and nothing else; whoever may not is told the same
 * as for what does not exist.
 */
import type { Role } from "./roles.ts";
import type { Membership, Viewer } from "./viewer.ts";

const everyMember: readonly Role[] = ["candidate", "instructor", "reviewer", "admin"];
const authors: readonly Role[] = ["instructor", "admin"];
const reviewers: readonly Role[] = ["reviewer", "admin"];
const admins: readonly Role[] = ["admin"];

/** What can be done in an organisation, and the roles that may. */
export const permissions = {
  take_scenario: everyMember,
  read_page: everyMember,
  leave: everyMember,
  see_studio: ["instructor", "reviewer", "admin"],
  write_scenario: authors,
  publish_scenario: authors,
  archive_scenario: authors,
  regrade: authors,
  write_page: authors,
  /** Counts over everybody's answers to a scenario, without names. */
  see_learners: authors,
  /** The whole transcript and scorecard of somebody else. */
  see_session: ["instructor", "reviewer", "admin"],
  review_session: reviewers,
  /** The hiring team's pages. Whoever reviews is blind there until their own levels are given. */
  see_hiring: reviewers,
  review_assessment: reviewers,
  adjudicate: reviewers,
  see_agreement: ["instructor", "reviewer", "admin"],
  manage_assessments: admins,
  /** Names of candidates, without anything that leads to what they said. */
  see_people: admins,
  /** Levels, scores and evidence of a candidate whose reviews are complete. */
  see_results: admins,
  change_level: admins,
  decide: admins,
  export_results: admins,
  delete_candidacy: admins,
  see_audit: admins,
  see_members: admins,
  manage_members: admins,
  see_usage: admins,
  set_budget: admins,
  set_key: admins,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;

export function mayAs(roles: readonly Role[], action: Action): boolean {
  const allowed: readonly Role[] = permissions[action];
  return roles.some((role) => allowed.includes(role));
}

/**
 * The viewer's membership of an organisation if it permits the action. `organisation` is an id or a handle; no handle
 * passes for the id of another organisation.
 */
export function findMembership(viewer: Viewer | null, organisation: string, action: Action): Membership | null {
  const memberships = viewer?.memberships ?? [];
  const membership =
    memberships.find(({ organisationId }) => organisationId === organisation) ??
    memberships.find(({ handle }) => handle === organisation);
  return membership && mayAs(membership.roles, action) ? membership : null;
}

export function may(viewer: Viewer | null, action: Action, organisation: string): boolean {
  return findMembership(viewer, organisation, action) !== null;
}

/** The organisations in which the viewer may do it, in the order of their names. */
export function membershipsFor(viewer: Viewer | null, action: Action): Membership[] {
  return (viewer?.memberships ?? []).filter(({ roles }) => mayAs(roles, action));
}

/** E-mail addresses in lower case: those who review what belongs to no organisation, named by whoever runs the server. */
export type Reviewers = readonly string[];

/** Named by address, so only with an address that has been shown to be theirs. */
export function isReviewer(viewer: Viewer | null, named: Reviewers): boolean {
  if (viewer === null || viewer.isGuest || viewer.email === null || !viewer.emailVerified) return false;
  return named.includes(viewer.email.toLowerCase());
}

/**
 * The studio's own pages show rubrics and strong answers of the library that ships. Where reviewers are named they are
 * theirs and those of whoever writes or reviews in an organisation; where nobody is, as on a laptop, anybody with an
 * account may see them. A guest may not: a candidate should not come upon it by accident.
 */
export function canSeeStudio(viewer: Viewer | null, named: Reviewers): boolean {
  if (viewer === null || viewer.isGuest) return false;
  return named.length === 0 || isReviewer(viewer, named) || membershipsFor(viewer, "see_studio").length > 0;
}

/** What belongs to an organisation is for its own reviewers, all else for the named ones; nobody gives levels to their own. */
export function canReview(
  viewer: Viewer | null,
  session: { candidateId: string; organisationId: string | null; reviewers: Reviewers },
): boolean {
  if (viewer === null || viewer.id === session.candidateId) return false;
  if (session.organisationId !== null) return may(viewer, "review_session", session.organisationId);
  return isReviewer(viewer, session.reviewers);
}
