/**
 * Who may do what, as pure questions about a viewer. Until there are organisations with members, whoever runs this server
 * names its reviewers by e-mail address.
 */
import type { Viewer } from "./viewer.ts";

/** E-mail addresses in lower case. */
export type Reviewers = readonly string[];

/** A reviewer has an account; a guest has no address to be named by. */
export function isReviewer(viewer: Viewer | null, reviewers: Reviewers): boolean {
  if (viewer === null || viewer.isGuest || viewer.email === null) return false;
  return reviewers.includes(viewer.email.toLowerCase());
}

/**
 * The studio shows rubrics and strong answers. Where reviewers are named it is theirs; where nobody is, as on a laptop,
 * anybody with an account may see it. A guest may not: a candidate should not come upon it by accident.
 */
export function canSeeStudio(viewer: Viewer | null, reviewers: Reviewers): boolean {
  if (viewer === null || viewer.isGuest) return false;
  return reviewers.length === 0 || isReviewer(viewer, reviewers);
}

/** A reviewer gives levels to other people's sessions, never to their own. */
export function canReview(
  viewer: Viewer | null,
  { candidateId, reviewers }: { candidateId: string; reviewers: Reviewers },
): boolean {
  return isReviewer(viewer, reviewers) && viewer?.id !== candidateId;
}
