import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { agreementWithPeople } from "#app/domain/grading/calibration/agreement/people.ts";
import type { GradingProgress } from "#app/domain/grading/grader.ts";
import { markTranscript } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { ScorecardSession, ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import { takenPosition } from "#app/domain/grading/scorecard/taken-position.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { getContests } from "#app/services/appeals/get-contests.server.ts";
import { findOwnResult, type FoundSession } from "#app/services/interview/find-session.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";
import { readLate } from "#app/services/interview/read-draft.server.ts";
import { findScenario, findScenarioOf, type ReachableScenario } from "#app/services/library/find-scenario.server.ts";
import { canUseModel } from "#app/services/model/account-for.server.ts";
import { findFurtherStudy } from "#app/services/retrieval/find-further-study.server.ts";
import { countedGrade, ofTheSession } from "./counted-grade.server.ts";
import { findGrade } from "./find-grade.server.ts";
import { findAgreement } from "./get-agreement.server.ts";
import { hasModelAnswer } from "./get-model-answer.server.ts";
import { findOwner, listRegraded } from "./list-regraded.server.ts";
import { listReviewedGrades } from "./list-reviewed-grades.server.ts";
import { readOtherGrade, readUngraded } from "./read-grade.server.ts";

type Standing = { current: ReachableScenario | null; owner: ScorecardSession["owner"]; isOpen: boolean };

function viewSession({ session, scenario }: FoundSession, { current, owner, isOpen }: Standing): ScorecardSession {
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
    newerVersion: current !== null && current.hash !== session.scenarioHash,
    isOpen,
    owner,
  };
}

/** The newest graded attempt at the scenario before this one, or else the first after it. */
async function findOtherAttempt({ session }: FoundSession) {
  const where = { ...outsideAssessments, userId: session.userId, slug: session.slug, grades: { some: countedGrade } };
  const find = async (startedAt: Prisma.DateTimeFilter, startedFirst: "asc" | "desc") => {
    const orderBy = { startedAt: startedFirst };
    const other = await db().session.findFirst({ where: { ...where, startedAt }, orderBy, select: { id: true } });
    return other?.id ?? null;
  };
  const earlierAttempt = await find({ lt: session.startedAt }, "desc");
  return { earlierAttempt, laterAttempt: earlierAttempt ? null : await find({ gt: session.startedAt }, "asc") };
}

/** What is shown of a session that has a grade; its newest that succeeded counts. */
async function viewGraded(viewer: Viewer, found: FoundSession) {
  const { session, scenario } = found;
  const grade = await findGrade(found);
  if (!grade)
    return { grade, furtherStudy: {}, contests: null, people: null, positions: [], taken: null, bestAfterTwist: null };
  const [contests, reviewed, furtherStudy] = await Promise.all([
    getContests(session, { ...grade, criterionIds: grade.criteria.map(({ id }) => id) }),
    listReviewedGrades({ ...grade, organisationId: session.organisationId, isShown: true }),
    findFurtherStudy(viewer, grade.missing),
  ]);
  return {
    grade,
    furtherStudy,
    contests,
    people: agreementWithPeople(reviewed),
    positions: scenario.positions,
    taken: scenario.positions.length === 0 ? null : takenPosition(session.turns, scenario.twist),
    bestAfterTwist: scenario.twist?.best ?? null,
  };
}

/** The scorecard of one of the viewer's own sessions. Null when the session is absent or not the viewer's. */
export async function getScorecard(viewer: Viewer, sessionId: string): Promise<ScorecardView | null> {
  const found = await findOwnResult(viewer, sessionId);
  return found && viewScorecard(viewer, found);
}

/**
 * Everything the scorecard shows of a session that the viewer may see, as its candidate or otherwise. The newest grade
 * that succeeded counts; a newer one that is under way or failed shows as the state.
 */
export async function viewScorecard(viewer: Viewer, found: FoundSession): Promise<ScorecardView> {
  const { session } = found;
  const sessionId = session.id;
  const current = await findScenarioOf(viewer, session);
  const [grades, regraded, owner, open, agreement, otherAttempt, graded, canUseAnthropic] = await Promise.all([
    db().grade.findMany({ where: { ...ofTheSession, sessionId }, orderBy: { createdAt: "desc" } }),
    listRegraded(sessionId),
    findOwner(session),
    findScenario(viewer, session.slug),
    findAgreement(current),
    findOtherAttempt(found),
    viewGraded(viewer, found),
    canUseModel(session),
  ]);
  const newest = grades[0];
  return {
    ...graded,
    session: viewSession(found, { current, owner, isOpen: open !== null }),
    state: session.phase === "answering" || !newest ? "unfinished" : newest.status,
    progress: (newest?.progress ?? null) as GradingProgress | null,
    ungraded: readUngraded(newest),
    transcript: markTranscript(session.turns, graded.grade),
    agreement,
    otherGrades: grades.filter(({ id }) => id !== graded.grade?.id).map(readOtherGrade),
    regraded,
    ...otherAttempt,
    hasModelAnswer: hasModelAnswer(current),
    canUseAnthropic,
  };
}
