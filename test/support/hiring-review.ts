import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import { claimAdjudication } from "#app/services/hiring/adjudication/claim-adjudication.server.ts";
import { submitAdjudication } from "#app/services/hiring/adjudication/submit-adjudication.server.ts";
import { claimSession } from "#app/services/hiring/queue/claim-session.server.ts";
import { submitReview } from "#app/services/hiring/review/submit-review.server.ts";
import type { Team } from "#test/support/hiring.ts";

// Reviews as people give them, through the services that the pages call.

/** A level and a comment for each criterion of the graded scenario. */
export function draftOf(levels: Record<string, number | null>, said = "As I read it."): ReviewDraft {
  const comments = Object.fromEntries(Object.keys(levels).map((id) => [id, `${said} (${id})`]));
  return { levels, comments, quotes: {} };
}

type Reviewed = { team: Team; sessionId: string; levels: Record<string, number | null>; said?: string };

/** Takes a session and gives it levels. */
export async function review(viewer: Viewer, { team, sessionId, levels, said }: Reviewed): Promise<void> {
  const wanted = { organisation: team.organisationId, sessionId };
  const claimed = await claimSession(viewer, wanted);
  const given = claimed?.ok && (await submitReview(viewer, { ...wanted, draft: draftOf(levels, said) }));
  if (!given || !given.ok) throw new Error(`A review was refused: ${JSON.stringify([claimed, given])}`);
}

/** Takes a session on which reviewers are far apart, and decides. */
export async function adjudicate(viewer: Viewer, { team, sessionId, levels, said }: Reviewed): Promise<void> {
  const wanted = { organisation: team.organisationId, sessionId };
  const claimed = await claimAdjudication(viewer, wanted);
  const given =
    claimed?.ok && (await submitAdjudication(viewer, { ...wanted, draft: draftOf(levels, said), isFinal: true }));
  if (!given || !given.ok) throw new Error(`A decision was refused: ${JSON.stringify([claimed, given])}`);
}
