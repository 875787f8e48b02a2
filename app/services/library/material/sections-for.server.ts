import { membershipsFor } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";
import { readPublishedPages } from "#app/services/organisation-pages/read-published-pages.server.ts";
import { loadLibrary, sectionsOf } from "../load-library.server.ts";

/** The study pages that something of an organisation may lead to: those that ship, and its own that are published. */
export async function listPagesFor(organisationId: string | null): Promise<StudyPage[]> {
  return withShipped(organisationId === null ? [] : [organisationId]);
}

/** Every study page that the viewer may read: a link of somebody's scorecard leads nowhere else. */
export async function listReadablePages(viewer: Viewer | null): Promise<StudyPage[]> {
  return withShipped(membershipsFor(viewer, "read_page").map(({ organisationId }) => organisationId));
}

async function withShipped(organisationIds: readonly string[]): Promise<StudyPage[]> {
  const [{ pages }, own] = await Promise.all([loadLibrary(), readPublishedPages(organisationIds)]);
  return [...pages, ...own.flatMap((each) => each.pages)];
}

/** `page#section` of those pages, as study references name them. */
export async function sectionsFor(organisationId: string | null): Promise<ReadonlySet<string>> {
  return sectionsOf(await listPagesFor(organisationId));
}
