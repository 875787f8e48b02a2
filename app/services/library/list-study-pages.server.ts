import type { StudyPage } from "#app/domain/content/schema.ts";
import { loadLibrary } from "./load-library.server.ts";

export type StudyPageRow = Pick<StudyPage, "slug" | "title" | "keyIdea" | "minutes">;

/** The study pages in the order they build on each other. */
export async function listStudyPages(): Promise<StudyPageRow[]> {
  const { pages } = await loadLibrary();
  return pages.map(({ slug, title, keyIdea, minutes }) => ({ slug, title, keyIdea, minutes }));
}
