import { DraftSchema, emptyDraft, LateTextSchema, type Draft, type LateText } from "#app/domain/interview/draft.ts";

/** What is typed and not yet sent, from its column; one that cannot be read is as good as none. */
export function readDraft(stored: unknown): Draft {
  const draft = DraftSchema.safeParse(stored);
  return draft.success ? draft.data : emptyDraft;
}

export function readLate(stored: unknown): LateText | null {
  return LateTextSchema.safeParse(stored).data ?? null;
}
