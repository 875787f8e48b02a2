import { membershipsFor } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { studyParts, type StudyPart } from "#app/domain/content/part.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";
import { readPublishedPages } from "#app/services/organisation-pages/read-published-pages.server.ts";
import { findAskers, type Askers } from "./find-askers.server.ts";
import { listReachable } from "../find-scenario.server.ts";
import { loadLibrary, type LibraryScenario } from "../load-library.server.ts";

export type StudyPageRow = Pick<StudyPage, "slug" | "title" | "keyIdea" | "minutes"> & Askers;

export type StudyPages = {
  /** What ships, part by part, in the order they build on each other. A part without a page is left out. */
  parts: { part: StudyPart; pages: StudyPageRow[] }[];
  /** What the viewer's organisations have published. */
  organisations: (Pick<Membership, "handle" | "name"> & { pages: StudyPageRow[] })[];
};

function rowsOf(pages: readonly StudyPage[], scenarios: readonly LibraryScenario[]): StudyPageRow[] {
  return pages.map(({ slug, title, keyIdea, minutes }) => ({
    slug,
    title,
    keyIdea,
    minutes,
    ...findAskers(scenarios, slug),
  }));
}

/** The study pages that a viewer may read. */
export async function listStudyPages(viewer: Viewer | null): Promise<StudyPages> {
  const memberships = membershipsFor(viewer, "read_page");
  const [{ pages }, scenarios, own] = await Promise.all([
    loadLibrary(),
    listReachable(viewer),
    readPublishedPages(memberships.map(({ organisationId }) => organisationId)),
  ]);
  return {
    parts: studyParts
      .map((part) => ({
        part,
        pages: rowsOf(
          pages.filter((page) => page.part === part),
          scenarios,
        ),
      }))
      .filter((group) => group.pages.length > 0),
    organisations: own
      .map((each) => ({ handle: each.handle, name: each.name, pages: rowsOf(each.pages, scenarios) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, "en")),
  };
}
