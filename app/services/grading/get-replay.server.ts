import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { GradeView } from "#app/domain/grading/scorecard/grade-view.ts";
import { markTranscript, type ScorecardTurn } from "#app/domain/grading/scorecard/marked-transcript.ts";
import { moveOf, type Move } from "#app/domain/interview/moves.ts";
import type { Pace } from "#app/domain/interview/pace.ts";
import type { Mode } from "#app/domain/interview/session.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import { findOwnResult } from "#app/services/interview/find-session.server.ts";
import { readPace } from "#app/services/interview/read-pace.server.ts";
import { findGrade } from "./find-grade.server.ts";

export type ReplayView = {
  session: { id: string; slug: string; title: string; mode: Mode; finishedAt: string };
  turns: ScorecardTurn[];
  pace: Pace;
  /** Null where nothing was graded: it is told without marks then. */
  grade: GradeView | null;
  /** What the interviewer said was for, by the number of the turn. */
  aims: Record<number, Aim>;
};

/** `check` is the one that a follow-up or a hint was aimed at. */
export type Aim = { move: Move | null; check: { key: string; title: string } | null };

function aimsOf(turns: readonly Turn[], grade: GradeView | null): Record<number, Aim> {
  const checks = new Map((grade?.criteria ?? []).flatMap((each) => each.checks).map((check) => [check.id, check]));
  return Object.fromEntries(
    turns.flatMap((turn) => {
      const [move, check] = [moveOf(turn), checks.get(turn.checkId ?? "")];
      const aim: Aim = { move, check: check ? { key: check.key, title: check.title } : null };
      return turn.speaker === "interviewer" && (aim.move || aim.check) ? [[turn.seq, aim]] : [];
    }),
  );
}

/** An interview from its first turn to its last. Null while it goes on, and for whoever is not its candidate. */
export async function getReplay(viewer: Viewer, sessionId: string): Promise<ReplayView | null> {
  const found = await findOwnResult(viewer, sessionId);
  if (!found || found.session.phase !== "finished" || found.session.finishedAt === null) return null;
  const { id, slug, mode, turns, finishedAt } = found.session;
  const grade = await findGrade(found);
  return {
    session: { id, slug, mode, title: found.scenario.title, finishedAt: finishedAt.toISOString() },
    turns: markTranscript(turns, grade),
    pace: readPace(found, finishedAt),
    grade,
    aims: aimsOf(turns, grade),
  };
}
