/**
 * Where an organisation's scenario stands between its draft and what candidates take.
 */

/** `number` is of the newest published version. */
export type AuthoredState =
  | { kind: "draft" }
  | { kind: "published"; number: number }
  | { kind: "changed"; number: number }
  | { kind: "archived"; number: number | null };

export function authoredState({
  archived,
  newest,
  isAsPublished,
}: {
  archived: boolean;
  /** The number of the newest version. */
  newest: number | null;
  /** Whether the draft's files are those of the newest version. */
  isAsPublished: boolean;
}): AuthoredState {
  if (archived) return { kind: "archived", number: newest };
  if (newest === null) return { kind: "draft" };
  return { kind: isAsPublished ? "published" : "changed", number: newest };
}

export function authoredStateWords(state: AuthoredState): string {
  if (state.kind === "archived") return "Archived";
  if (state.kind === "draft") return "Draft, never published";
  if (state.kind === "published") return `Published, version ${state.number}`;
  return `Changed since version ${state.number}`;
}
