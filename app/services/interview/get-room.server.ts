import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { addSpent } from "#app/domain/interview/clock.ts";
import type { Draft } from "#app/domain/interview/draft.ts";
import { questionsAsked, questionsInAll, type Mode, type Phase } from "#app/domain/interview/session.ts";
import { numberQuestions, type Turn } from "#app/domain/interview/transcript.ts";
import type { Fact, ScenarioKind } from "#app/domain/scenarios/schema.ts";
import { renderMarkdown, type MarkdownBlock } from "#app/services/library/render-markdown.server.ts";
import { findSession } from "./find-session.server.ts";
import { readDraft } from "./save-draft.server.ts";

export type RoomTurn = Pick<Turn, "seq" | "speaker" | "kind" | "text"> & {
  questionNumber: number | null;
  authored: boolean;
};

export type Told = { asked: string; answer: string; known: boolean };

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
  brief: MarkdownBlock[];
  facts: Fact[];
  questionNumber: number;
  questionsInAll: number;
  turns: RoomTurn[];
  told: Told[];
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

/** Everything the room shows. Null when the session is absent or not the viewer's. */
export async function getRoom(viewer: Viewer, sessionId: string): Promise<RoomView | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const { session, scenario } = found;
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
    spentMs: phase === "answering" ? addSpent(session.spentMs, session.lastActiveAt, new Date()) : session.spentMs,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    brief: await renderMarkdown(scenario.brief),
    questionNumber: questionsAsked(turns),
    questionsInAll: questionsInAll(scenario),
    turns: numberQuestions(turns).map(({ seq, speaker, kind, text, questionNumber, voice }) => ({
      seq,
      speaker,
      kind,
      text,
      questionNumber,
      authored: voice === "authored",
    })),
    told: toldSoFar(turns),
    draft: readDraft(session.draft),
    draftSavedAt: session.draft === null ? null : session.lastActiveAt.toISOString(),
    pendingSeq: turns.find(({ pending }) => pending)?.seq ?? null,
  };
}
