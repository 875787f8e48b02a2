import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { addSpent, isUp } from "#app/domain/interview/clock.ts";
import { unsentAnswer, type Draft } from "#app/domain/interview/draft.ts";
import { db } from "#app/db/client.server.ts";
import { clockOf } from "./find-session.server.ts";
import { keepLate } from "./clock/keep-late.server.ts";
import { readDraft } from "./read-draft.server.ts";

export type SavedDraft =
  | { ok: true; revision: number; savedAt: string }
  | { ok: false; reason: "finished" | "time_is_up" | "newer_elsewhere"; draft: Draft; revision: number };

/**
 * Keeps what is typed and not yet sent. `revision` is the one the tab has seen last: an older tab is told so and gets the
 * newer text instead of overwriting it. What comes after time is up is kept apart. Null when the session is absent or not the viewer's.
 */
export async function saveDraft(
  viewer: Viewer,
  { sessionId, draft, revision }: { sessionId: string; draft: Draft; revision: number },
): Promise<SavedDraft | null> {
  const own = { id: sessionId, userId: viewer.id };
  const session = await db().session.findFirst({ where: own });
  if (!session) return null;
  const now = new Date();
  const clock = clockOf(session);
  if (clock && isUp(clock, now)) return refuseLate(viewer, { sessionId, draft });
  const saved = await db().session.updateMany({
    where: { ...own, phase: "answering", draftRevision: revision },
    data: {
      draft,
      draftRevision: { increment: 1 },
      spentMs: addSpent(session.spentMs, session.lastActiveAt, now),
      lastActiveAt: now,
    },
  });
  if (saved.count === 1) return { ok: true, revision: revision + 1, savedAt: now.toISOString() };
  const newest = await db().session.findFirstOrThrow({ where: own });
  if (newest.phase === "finished") return refuseLate(viewer, { sessionId, draft });
  return { ok: false, reason: "newer_elsewhere", draft: readDraft(newest.draft), revision: newest.draftRevision };
}

/** The interview is over. What was typed on after its time was up is kept apart. */
async function refuseLate(
  viewer: Viewer,
  { sessionId, draft }: { sessionId: string; draft: Draft },
): Promise<SavedDraft> {
  const wasKept = await keepLate(viewer, { sessionId, ...unsentAnswer(draft) });
  const { draft: stored, draftRevision: revision } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  return { ok: false, reason: wasKept ? "time_is_up" : "finished", draft: readDraft(stored), revision };
}
