import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { addSpent } from "#app/domain/interview/clock.ts";
import { DraftSchema, emptyDraft, type Draft } from "#app/domain/interview/draft.ts";
import { db } from "#app/db/client.server.ts";

export type SavedDraft =
  | { ok: true; revision: number; savedAt: string }
  | { ok: false; reason: "finished" | "newer_elsewhere"; draft: Draft; revision: number };

export function readDraft(stored: unknown): Draft {
  const draft = DraftSchema.safeParse(stored);
  return draft.success ? draft.data : emptyDraft;
}

/**
 * Keeps what is typed and not yet sent. `revision` is the one the tab has seen last: an older tab is told so and gets the
 * newer text instead of overwriting it. Null when the session is absent or not the viewer's.
 */
export async function saveDraft(
  viewer: Viewer,
  { sessionId, draft, revision }: { sessionId: string; draft: Draft; revision: number },
): Promise<SavedDraft | null> {
  const own = { id: sessionId, userId: viewer.id };
  const session = await db().session.findFirst({ where: own });
  if (!session) return null;
  const now = new Date();
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
  const reason = newest.phase === "finished" ? "finished" : "newer_elsewhere";
  return { ok: false, reason, draft: readDraft(newest.draft), revision: newest.draftRevision };
}
