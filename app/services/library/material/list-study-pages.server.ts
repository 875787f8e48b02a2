import { studyParts, type StudyPart } from "#app/domain/content/part.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";
import { findAskers, type Askers } from "./find-askers.server.ts";
import { loadLibrary } from "../load-library.server.ts";

export type StudyPageRow = Pick<StudyPage, "slug" | "title" | "keyIdea" | "minutes"> & Askers;

/** The study pages, part by part, in the order they build on each other. A part without a page is left out. */
export async function listStudyPages(): Promise<{ part: StudyPart; pages: StudyPageRow[] }[]> {
  const { pages, scenarios } = await loadLibrary();
  return studyParts
    .map((part) => ({
      part,
      pages: pages
        .filter((page) => page.part === part)
        .map(({ slug, title, keyIdea, minutes }) => ({
          slug,
          title,
          keyIdea,
          minutes,
          ...findAskers(scenarios, slug),
        })),
    }))
    .filter((group) => group.pages.length > 0);
}
