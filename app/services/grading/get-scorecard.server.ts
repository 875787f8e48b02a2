import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { agreementWithPeople } from "#app/domain/grading/calibration/agreement/people.ts";
import type { GradingProgress } from "#app/domain/grading/grader.ts";
import { markTranscript } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { ScorecardSession, ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import { takenPosition } from "#app/domain/grading/scorecard/taken-position.ts";
import { db } from "#app/db/client.server.ts";
import { env } from "#app/env.server.ts";
import { getContests } from "#app/services/appeals/get-contests.server.ts";
import { answeredByPerson, levelsByPerson } from "#app/services/appeals/levels-by-person.server.ts";
import { findSession, type FoundSession } from "#app/services/interview/find-session.server.ts";
import { readLate } from "#app/services/interview/read-draft.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { findFurtherStudy } from "#app/services/retrieval/find-further-study.server.ts";
import { countedGrade, ofTheSession } from "./counted-grade.server.ts";
import { findAgreement } from "./get-agreement.server.ts";
import { listReviewedGrades } from "./list-reviewed-grades.server.ts";
import { readGrade, readOtherGrade, readUngraded } from "./read-grade.server.ts";

function viewSession({ session, scenario }: FoundSession, currentHash: string | undefined): ScorecardSession {
  const { id, slug, mode, turns, spentMs } = session;
  return {
    id,
    slug,
    mode,
    spentMs,
    title: scenario.title,
    finishedAt: session.finishedAt?.toISOString() ?? null,
    answers: turns.filter(({ kind }) => kind === "answer").length,
    asked: turns.filter(({ kind }) => kind === "clarification").length,
    hints: turns.filter(({ kind }) => kind === "hint").length,
    late: readLate(session.late),
    newerVersion: currentHash !== undefined && currentHash !== session.scenarioHash,
  };
}

async function findEarlierAttempt(viewer: Viewer, { session }: FoundSession): Promise<string | null> {
  const earlier = await db().session.findFirst({
    where: {
      userId: viewer.id,
      slug: session.slug,
      startedAt: { lt: session.startedAt },
      grades: { some: countedGrade },
    },
    orderBy: { startedAt: "desc" },
    select: { id: true },
  });
  return earlier?.id ?? null;
}

/** What is shown of a session that has a grade; its newest that succeeded counts. */
async function viewGraded({ session, scenario }: FoundSession) {
  const [row, appeals, { pages }] = await Promise.all([
    db().grade.findFirst({ where: { ...countedGrade, sessionId: session.id }, orderBy: { createdAt: "desc" } }),
    db().appeal.findMany({ ...answeredByPerson, where: { ...answeredByPerson.where, sessionId: session.id } }),
    loadLibrary(),
  ]);
  if (!row) return { grade: null, furtherStudy: {}, contests: null, people: null, positions: [], taken: null };
  const grade = readGrade(row, { rubric: scenario.rubric, pages, people: levelsByPerson(appeals) });
  const [contests, reviewed, furtherStudy] = await Promise.all([
    getContests(session.id, { ...grade, criterionIds: grade.criteria.map(({ id }) => id) }),
    listReviewedGrades(grade),
    findFurtherStudy(grade.missing),
  ]);
  return {
    grade,
    furtherStudy,
    contests,
    people: agreementWithPeople(reviewed),
    positions: scenario.positions,
    taken: scenario.positions.length === 0 ? null : takenPosition(session.turns, scenario.twist),
  };
}

/**
 * Everything the scorecard shows. The newest grade that succeeded counts; a newer one that is under way or failed shows
 * as the state. Null when the session is absent or not the viewer's.
 */
export async function getScorecard(viewer: Viewer, sessionId: string): Promise<ScorecardView | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const { session } = found;
  const [grades, library, agreement, earlierAttempt, graded] = await Promise.all([
    db().grade.findMany({ where: { ...ofTheSession, sessionId }, orderBy: { createdAt: "desc" } }),
    loadLibrary(),
    findAgreement(session.slug),
    findEarlierAttempt(viewer, found),
    viewGraded(found),
  ]);
  const newest = grades[0];
  const current = library.scenarios.find((entry) => entry.scenario.slug === session.slug);
  return {
    ...graded,
    session: viewSession(found, current?.hash),
    state: session.phase === "answering" || !newest ? "unfinished" : newest.status,
    progress: (newest?.progress ?? null) as GradingProgress | null,
    ungraded: readUngraded(newest),
    transcript: markTranscript(session.turns, graded.grade),
    agreement,
    otherGrades: grades.filter(({ id }) => id !== graded.grade?.id).map(readOtherGrade),
    earlierAttempt,
    canUseAnthropic: env().anthropic.apiKey !== null,
  };
}
