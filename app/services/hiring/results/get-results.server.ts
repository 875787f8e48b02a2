import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { dayOf } from "#app/domain/hiring/assessment.ts";
import { readOutcome } from "#app/domain/hiring/decision.ts";
import {
  mostCompared,
  readSettledBy,
  weightedTotal,
  type ComparedCandidate,
  type ComparedCell,
  type ComparedQuote,
  type ListedCandidate,
  type ResultsSearch,
  type ResultsSort,
  type ResultsView,
  type ReviewProgress,
} from "#app/domain/hiring/results.ts";
import { drawingsIn, ReviewQuotesSchema, type Drawings } from "#app/domain/review/quotes.ts";
import { titleOfCriterion, type Scenario } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import type { Decision, Review, SessionLevel } from "#app/db/generated/client.ts";
import { findGate } from "#app/services/hiring/agreement/find-gate.server.ts";
import { findAssessment, type AssessmentRow } from "#app/services/hiring/assessments/find-assessment.server.ts";
import { noteSeen } from "#app/services/hiring/audit/write-audit.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";
import { findRows, listRows, type ResultsRow } from "./list-rows.server.ts";
import { listWaitingAppeals } from "./list-waiting-appeals.server.ts";

const pageLength = 25;

type Asked = { organisation: string; assessment: string; search: ResultsSearch; problems?: string[] };

export type Results = ResultsView & { membership: Membership; assessment: { id: string; name: string } };

/** Everything that is known of some sessions, read at once however many they are. */
async function readSessions(rows: readonly ResultsRow[], wanted: number) {
  const sessionIds = rows.map(({ sessionId }) => sessionId);
  const candidacyIds = rows.map(({ candidacyId }) => candidacyId);
  const [sessions, candidacies, decisions] = await Promise.all([
    db().session.findMany({
      where: { id: { in: sessionIds } },
      select: { id: true, reviewState: true, reviewsGiven: true },
    }),
    db().candidacy.findMany({ where: { id: { in: candidacyIds } }, select: { id: true, handedInAt: true } }),
    db().decision.findMany({
      where: { candidacyId: { in: candidacyIds } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      distinct: ["candidacyId"],
    }),
  ]);
  // What is not complete has no levels here: they are not even asked for.
  const complete = sessions.filter(({ reviewState }) => reviewState === "complete").map(({ id }) => id);
  const levels = await db().sessionLevel.findMany({ where: { sessionId: { in: complete } } });
  const progress = new Map(
    sessions.map(({ id, reviewState, reviewsGiven }): [string, ReviewProgress] => [
      id,
      { state: reviewState ?? "waiting", given: reviewsGiven, wanted },
    ]),
  );
  return { complete: new Set(complete), progress, candidacies, decisions, levels };
}

type Read = Awaited<ReturnType<typeof readSessions>>;

const notBegun: ReviewProgress = { state: "waiting", given: 0, wanted: 0 };

function totalOf({ sessionId }: ResultsRow, { rubric }: Scenario, { complete, levels }: Read): number | null {
  if (!complete.has(sessionId)) return null;
  const own = levels.filter((level) => level.sessionId === sessionId);
  return weightedTotal(
    rubric.criteria,
    Object.fromEntries(own.map(({ criterionId, settled }) => [criterionId, settled])),
  );
}

function listCandidate(
  row: ResultsRow,
  read: Read,
  { sort, scenario, chosen }: { sort: ResultsSort; scenario: Scenario; chosen: ReadonlySet<string> },
): ListedCandidate {
  const candidacy = read.candidacies.find(({ id }) => id === row.candidacyId);
  const decision = read.decisions.find(({ candidacyId }: Decision) => candidacyId === row.candidacyId);
  return {
    code: row.code,
    ...(read.progress.get(row.sessionId) ?? notBegun),
    handedInOn: candidacy?.handedInAt ? dayOf(candidacy.handedInAt) : null,
    outcome: decision ? readOutcome(decision.outcome) : null,
    isChosen: chosen.has(row.code),
    total: sort.by === "total" ? totalOf(row, scenario, read) : null,
  };
}

function cellOf(level: SessionLevel | undefined, hides: boolean, quotes: ComparedQuote[]): ComparedCell {
  return {
    settled: level?.settled ?? null,
    by: readSettledBy(level?.settledBy ?? null),
    people: level?.people ?? [],
    grader: hides ? null : (level?.graderLevel ?? null),
    quotes,
  };
}

type QuotedReview = Pick<Review, "sessionId" | "quotes">;

/** What several reviewers quote alike stands there once. */
function quotesOf(reviews: readonly QuotedReview[], criterionId: string, drawings: Drawings): ComparedQuote[] {
  const quoted = reviews.flatMap(({ quotes }) => ReviewQuotesSchema.catch({}).parse(quotes ?? {})[criterionId] ?? []);
  return [...new Map(quoted.map(({ text, seq }) => [text, { text, drawing: drawings.get(seq) ?? null }])).values()];
}

async function compare(
  rows: readonly ResultsRow[],
  read: Read,
  { scenario, hides }: { scenario: Scenario; hides: boolean },
): Promise<ComparedCandidate[]> {
  const sessionIds = rows.map(({ sessionId }) => sessionId).filter((id) => read.complete.has(id));
  const [reviews, drawn] = await Promise.all([
    db().review.findMany({
      where: { sessionId: { in: sessionIds }, appealId: null },
      select: { sessionId: true, quotes: true },
    }),
    db().turn.findMany({
      where: { sessionId: { in: sessionIds }, kind: "diagram" },
      select: { sessionId: true, seq: true, kind: true, text: true },
    }),
  ]);
  return rows.map(({ code, sessionId }) => {
    const isOwn = (each: { sessionId: string }) => each.sessionId === sessionId;
    const own = read.levels.filter(isOwn);
    const ownReviews = reviews.filter(isOwn);
    const drawings = drawingsIn(drawn.filter(isOwn));
    const cells = scenario.rubric.criteria.map(({ id }): [string, ComparedCell] => [
      id,
      cellOf(
        own.find(({ criterionId }) => criterionId === id),
        hides,
        quotesOf(ownReviews, id, drawings),
      ),
    ]);
    const progress = read.progress.get(sessionId) ?? notBegun;
    return { code, ...progress, cells: read.complete.has(sessionId) ? Object.fromEntries(cells) : null };
  });
}

/** An order by a criterion that this part does not have is none. */
function knownSort(sort: ResultsSort, { rubric }: Scenario): ResultsSort {
  const isKnown = sort.by !== "level" || rubric.criteria.some(({ id }) => id === sort.criterion);
  return isKnown ? sort : { by: "code" };
}

type Part = AssessmentRow["parts"][number];

function viewRubric({ rubric }: Scenario): ResultsView["criteria"] {
  return rubric.criteria.map((criterion, at) => ({
    id: criterion.id,
    key: String.fromCharCode(65 + at),
    title: titleOfCriterion(criterion),
    weight: criterion.weight,
  }));
}

const viewParts = (parts: readonly Part[]) =>
  Promise.all(
    parts.map(async ({ position, scenarioHash }) => ({ position, title: (await getVersion(scenarioHash)).title })),
  );

type Wanted = { of: AssessmentRow; part: Part; scenario: Scenario; search: ResultsSearch; hides: boolean };

/** One page of candidates, and those that stand side by side: the chosen, or else the first that are complete. */
async function viewCandidates(viewer: Viewer, { of, part, scenario, search, hides }: Wanted) {
  const sort = knownSort(search.sort, scenario);
  const place = { assessmentId: of.id, partId: part.id, viewerId: viewer.id };
  const { criteria } = scenario.rubric;
  const [listed, chosenRows] = await Promise.all([
    listRows({ ...place, sort, criteria, after: search.after, take: pageLength + 1 }),
    findRows(place, search.chosen),
  ]);
  const rows = listed.slice(0, pageLength);
  const elsewhere = chosenRows.filter((row) => !rows.some(({ sessionId }) => sessionId === row.sessionId));
  const read = await readSessions([...rows, ...elsewhere], of.reviewersPerSession);
  const firstComplete = rows.filter(({ sessionId }) => read.complete.has(sessionId)).slice(0, mostCompared);
  const compared = search.chosen.length > 0 ? chosenRows : firstComplete;
  const chosen = new Set(search.chosen);
  return {
    sort,
    candidates: rows.map((row) => listCandidate(row, read, { sort, scenario, chosen })),
    after: search.after,
    next: listed.length > pageLength ? (rows.at(-1)?.code ?? null) : null,
    compared: await compare(compared, read, { scenario, hides }),
  };
}

/**
 * Candidates by their codes at one part of an assessment: where their reviewing stands, and what complete sessions came to,
 * some of them side by side. Null for whoever may not see it.
 */
export async function getResults(
  viewer: Viewer,
  { organisation, assessment, search, problems = [] }: Asked,
): Promise<Results | null> {
  const found = await findAssessment(viewer, { organisation, assessment, action: "see_results" });
  const { parts = [] } = found?.assessment ?? {};
  const part = parts.find(({ position }) => position === search.part) ?? parts[0];
  if (!found || !part) return null;
  const { membership, assessment: of } = found;
  const { organisationId } = membership;
  const [scenario, gate] = await Promise.all([
    getVersion(part.scenarioHash),
    findGate(organisationId, part.scenarioHash, of),
  ]);
  const [candidates, appeals] = await Promise.all([
    viewCandidates(viewer, { of, part, scenario, search, hides: gate.hides }),
    listWaitingAppeals(viewer, { organisation: organisationId, assessmentId: of.id }),
  ]);
  await noteSeen(db(), viewer, { organisationId, action: "results.see", assessmentId: of.id });
  return {
    ...candidates,
    membership,
    assessment: { id: of.id, name: of.name },
    parts: await viewParts(parts),
    part: part.position,
    criteria: viewRubric(scenario),
    problems,
    gate: { isValidated: gate.isValidated, words: gate.words, hides: gate.hides },
    appeals,
  };
}
