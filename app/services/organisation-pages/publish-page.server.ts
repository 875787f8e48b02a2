import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { db } from "#app/db/client.server.ts";
import { findPage, type WantedPage } from "./find-page.server.ts";
import { judgeText } from "./judge-page.server.ts";

export type PublishedPage =
  | { ok: true }
  | { ok: false; reason: "conflict" | "archived" | "unchanged" }
  | { ok: false; reason: "problems"; problems: Problem[] };

/**
 * Lets the organisation's members read and find the page as it is now. Only a text without errors is published, and only
 * the one that was looked at. Null for whoever may not write there, and where there is no such page.
 */
export async function publishPage(
  viewer: Viewer,
  { seenRevision, ...wanted }: WantedPage & { seenRevision: number },
): Promise<PublishedPage | null> {
  const found = await findPage(viewer, wanted);
  if (!found) return null;
  const { page, membership } = found;
  if (page.revision !== seenRevision) return { ok: false, reason: "conflict" };
  if (page.archivedAt !== null) return { ok: false, reason: "archived" };
  if (page.publishedText === page.text) return { ok: false, reason: "unchanged" };
  const { problems } = await judgeText({ membership, slug: page.slug, text: page.text });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { ok: false, reason: "problems", problems: errors };
  const published = await db().organisationPage.updateMany({
    where: { id: page.id, revision: seenRevision, archivedAt: null },
    data: { publishedText: page.text, publishedAt: new Date() },
  });
  return published.count === 1 ? { ok: true } : { ok: false, reason: "conflict" };
}

/** Takes the page back from its readers; its text stays as a draft. Null as above. */
export async function unpublishPage(viewer: Viewer, wanted: WantedPage): Promise<true | null> {
  return change(viewer, wanted, { publishedText: null, publishedAt: null });
}

/** An archived page is neither read nor found, and its name stays taken. Null as above. */
export async function archivePage(
  viewer: Viewer,
  { archived, ...wanted }: WantedPage & { archived: boolean },
): Promise<true | null> {
  return change(viewer, wanted, { archivedAt: archived ? new Date() : null });
}

type Change = { publishedText: null; publishedAt: null } | { archivedAt: Date | null };

async function change(viewer: Viewer, wanted: WantedPage, data: Change): Promise<true | null> {
  const found = await findPage(viewer, wanted);
  if (!found) return null;
  await db().organisationPage.update({ where: { id: found.page.id }, data });
  return true;
}
