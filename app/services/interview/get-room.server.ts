import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { assumptionsIn } from "#app/domain/interview/assumptions.ts";
import { addSpent, remainingMs } from "#app/domain/interview/clock.ts";
import { emptyDraft, type Draft, type LateText } from "#app/domain/interview/draft.ts";
import { hintsInAll } from "#app/domain/interview/hints.ts";
import { hintsGiven, questionsAsked, questionsInAll, type Mode, type Phase } from "#app/domain/interview/session.ts";
import { numberHints, numberQuestions, type Turn } from "#app/domain/interview/transcript.ts";
import type { DiagramRule } from "#app/domain/scenarios/diagram-rule.ts";
import type { Fact, ScenarioKind } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { findAssessmentOf, type SessionAssessment } from "#app/services/hiring/candidacy/find-assessment-of.server.ts";
import { findScenarioOf } from "#app/services/library/find-scenario.server.ts";
import { renderMarkdown, type MarkdownBlock } from "#app/services/library/render-markdown.server.ts";
import { endOverdueInterview } from "./clock/end-overdue-interview.server.ts";
import { clockOf, findSession, type FoundSession } from "./find-session.server.ts";
import { getFeedback, type AnswerFeedback } from "./get-feedback.server.ts";
import { isEndedByClock } from "./clock/keep-late.server.ts";
import { readDraft, readLate } from "./read-draft.server.ts";

export type RoomTurn = Pick<Turn, "seq" | "speaker" | "kind" | "text"> & {
  questionNumber: number | null;
  hintNumber: number | null;
  authored: boolean;
};

export type Told = { asked: string; answer: string; known: boolean };

export type RoomClock = { remainingMs: number; limitMs: number; isPaused: boolean; pauseUsed: boolean };

export type RoomView = {
  id: string;
  slug: string;
  title: string;
  kind: ScenarioKind;
  mode: Mode;
  phase: Phase;
  minutes: number;
  spentMs: number;
  startedAt: string;
  finishedAt: string | null;
  /** Null where there is no limit. */
  clock: RoomClock | null;
  endedByClock: boolean;
  late: LateText | null;
  /** Whether the scenario has changed since; the session keeps the version it began with. */
  newerVersion: boolean;
  /** Who else may read it, where the scenario is an organisation's. */
  organisation: string | null;
  /** What it is a part of; null outside assessments. */
  assessment: SessionAssessment | null;
  brief: MarkdownBlock[];
  facts: Fact[];
  diagramRules: DiagramRule[] | null;
  questionNumber: number;
  questionsInAll: number;
  turns: RoomTurn[];
  told: Told[];
  /** What the candidate said that they assume, in their words. */
  assumed: string[];
  /** For the question that stands; null where the mode has none. */
  hints: { given: number; inAll: number } | null;
  feedback: AnswerFeedback[];
  draft: Draft;
  draftRevision: number;
  draftSavedAt: string | null;
  /** A question that the model is still wording; its words arrive at /sessions/:id/question. */
  pendingSeq: number | null;
};

type StoredTurn = Turn & { voice: string | null; pending: boolean };

function toldSoFar(turns: readonly StoredTurn[]): Told[] {
  let asked = "";
  return turns.flatMap((turn) => {
    if (turn.kind === "clarification") asked = turn.text;
    return turn.kind === "fact" ? [{ asked, answer: turn.text, known: turn.factId !== null }] : [];
  });
}

function roomTurns(turns: readonly StoredTurn[]): RoomTurn[] {
  return numberHints(numberQuestions(turns)).map(({ seq, speaker, kind, text, questionNumber, hintNumber, voice }) => ({
    seq,
    speaker,
    kind,
    text,
    questionNumber,
    hintNumber,
    authored: voice === "authored",
  }));
}

function roomClock({ session }: FoundSession, now: Date): RoomClock | null {
  const clock = clockOf(session);
  if (!clock) return null;
  const { limitMs, pausedAt, pauseUsed } = clock;
  return { limitMs, pauseUsed, isPaused: pausedAt !== null, remainingMs: remainingMs(clock, now) };
}

async function findOwnerName(organisationId: string | null): Promise<string | null> {
  if (organisationId === null) return null;
  const owner = await db().organisation.findUnique({ where: { id: organisationId }, select: { name: true } });
  return owner?.name ?? null;
}

/** While the clock stands still, so does the interview: nothing of it is sent that could be thought about. */
function covered(room: RoomView): RoomView {
  return { ...room, brief: [], facts: [], turns: [], told: [], assumed: [], draft: emptyDraft, pendingSeq: null };
}

async function viewRoom(viewer: Viewer, found: FoundSession, now: Date): Promise<RoomView> {
  const { session, scenario } = found;
  const assessment = await findAssessmentOf(viewer, session.id);
  // In an assessment everybody has the version that the team has chosen.
  const current = assessment ? null : await findScenarioOf(viewer, session);
  const { id, slug, mode, phase, turns, startedAt, finishedAt, draftRevision } = session;
  return {
    id,
    slug,
    mode,
    phase,
    draftRevision,
    title: scenario.title,
    kind: scenario.kind,
    minutes: scenario.minutes,
    facts: scenario.facts,
    diagramRules: mode === "practice" ? scenario.diagramRules : null,
    spentMs: phase === "answering" ? addSpent(session.spentMs, session.lastActiveAt, now) : session.spentMs,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    clock: roomClock(found, now),
    endedByClock: isEndedByClock(session),
    late: readLate(session.late),
    newerVersion: current !== null && current.hash !== session.scenarioHash,
    organisation: assessment ? null : await findOwnerName(session.organisationId),
    assessment,
    brief: await renderMarkdown(scenario.brief),
    questionNumber: questionsAsked(turns),
    questionsInAll: questionsInAll(scenario),
    turns: roomTurns(turns),
    told: toldSoFar(turns),
    assumed: assumptionsIn(turns).map(({ quote }) => quote),
    hints: mode === "practice" ? { given: hintsGiven(turns), inAll: hintsInAll } : null,
    feedback: await getFeedback(found),
    draft: readDraft(session.draft),
    draftSavedAt: session.draft === null ? null : session.lastActiveAt.toISOString(),
    pendingSeq: turns.find(({ pending }) => pending)?.seq ?? null,
  };
}

/**
 * Everything the room shows. An interview whose time has run out is ended first, should its job not have come yet. Null when
 * the session is absent or not the viewer's.
 */
export async function getRoom(viewer: Viewer, sessionId: string): Promise<RoomView | null> {
  if (!(await findSession(viewer, sessionId))) return null;
  const now = new Date();
  await endOverdueInterview(sessionId, now);
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const room = await viewRoom(viewer, found, now);
  return room.clock?.isPaused && room.phase === "answering" ? covered(room) : room;
}
