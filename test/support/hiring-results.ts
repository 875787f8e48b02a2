import type { ResultsSearch } from "#app/domain/hiring/results.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { getCandidate } from "#app/services/hiring/results/get-candidate.server.ts";
import { getResults } from "#app/services/hiring/results/get-results.server.ts";
import { previewFeedback, sendFeedback } from "#app/services/hiring/results/send-feedback.server.ts";
import { giveReview, handIn, type makeAssessment, type Team } from "#test/support/hiring.ts";

// Results of an assessment, as the team's pages ask for them.

type Assessment = Awaited<ReturnType<typeof makeAssessment>>;
type Levels = { framing: number; economics: number };
type HandedIn = Awaited<ReturnType<typeof handIn>>;

/** Somebody whose session two reviewers have given levels. */
export async function makeComplete(
  team: Team,
  assessment: Assessment,
  { first, second, name }: { first: Levels; second: Levels; name?: string },
): Promise<HandedIn> {
  const handed = await handIn(assessment, name === undefined ? {} : { name });
  await giveReview(team.first, { sessionId: handed.sessionId, levels: first });
  await giveReview(team.second, { sessionId: handed.sessionId, levels: second });
  return handed;
}

export const atCandidate = (team: Team, assessment: Assessment, { candidacy }: HandedIn) => ({
  organisation: team.organisationId,
  assessment: assessment.id,
  code: candidacy.code,
});

const wholeSearch: ResultsSearch = { part: 1, sort: { by: "code" }, chosen: [], after: null };

export async function resultsOf(
  viewer: Viewer,
  { organisationId }: Team,
  { id }: Assessment,
  search: Partial<ResultsSearch> = {},
) {
  return getResults(viewer, { organisation: organisationId, assessment: id, search: { ...wholeSearch, ...search } });
}

export async function completeOf(viewer: Viewer, team: Team, assessment: Assessment, handed: HandedIn) {
  const page = await getCandidate(viewer, { ...atCandidate(team, assessment, handed), part: 1 });
  if (!page?.candidate.isComplete) throw new Error("The candidate is not complete.");
  return page.candidate;
}

/** Lets the result out as it is looked at. */
export async function letOut(
  team: Team,
  assessment: Assessment,
  handed: HandedIn,
  { words = "Well argued.", now = new Date() } = {},
) {
  const at = atCandidate(team, assessment, handed);
  const preview = await previewFeedback(team.admin, { ...at, words });
  if (!preview?.ok) throw new Error(`There is nothing to look at: ${preview?.reason}`);
  return sendFeedback(team.admin, { ...at, words, fingerprint: preview.fingerprint, now });
}
