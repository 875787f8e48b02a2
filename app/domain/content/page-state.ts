/**
 * Where an organisation's study page stands between its draft and what members read.
 */
export type PageState = "draft" | "published" | "changed" | "archived";

type Kept = { text: string; publishedText: string | null; archivedAt: Date | null };

export function pageState({ text, publishedText, archivedAt }: Kept): PageState {
  if (archivedAt !== null) return "archived";
  if (publishedText === null) return "draft";
  return publishedText === text ? "published" : "changed";
}

export const pageStateWords: Record<PageState, string> = {
  draft: "Draft, not published",
  published: "Published",
  changed: "Changed since it was published",
  archived: "Archived",
};
