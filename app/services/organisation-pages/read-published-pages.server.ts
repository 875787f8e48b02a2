import { parseOrganisationPage } from "#app/domain/content/organisation-page.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";
import { db } from "#app/db/client.server.ts";
import { forgetOldest } from "#app/services/forget-oldest.server.ts";

/** An organisation's published pages in their order; `stamp` changes with every one of them. */
export type OrganisationPages = {
  organisationId: string;
  handle: string;
  name: string;
  pages: StudyPage[];
  stamp: string;
};

const mostKept = 1_000;
const mostCharacters = 10_000_000;
/** By the row and when it was published: a text that is published does not change until it is published again. */
const read = new Map<string, StudyPage | null>();

const published = { publishedAt: { not: null }, archivedAt: null };

function listRows(organisationIds: readonly string[]) {
  return db().organisationPage.findMany({
    where: { organisationId: { in: [...organisationIds] }, ...published },
    select: {
      id: true,
      slug: true,
      publishedAt: true,
      organisation: { select: { id: true, handle: true, name: true } },
    },
    orderBy: { id: "asc" },
  });
}
type Row = Awaited<ReturnType<typeof listRows>>[number];

function keyOf({ id, publishedAt, organisation }: Row): string {
  return `${id} ${publishedAt?.getTime()} ${organisation.handle}`;
}

/**
 * By the row's id. Texts that are not known yet are read; one that can no longer be, as after an update, is null. What is
 * kept for others may be forgotten meanwhile, so that these are held here.
 */
async function readRows(rows: readonly Row[]): Promise<Map<string, StudyPage | null>> {
  const pages = new Map<string, StudyPage | null>();
  const missing = new Map<string, Row>();
  for (const row of rows) {
    const known = read.get(keyOf(row));
    if (known === undefined) missing.set(row.id, row);
    else pages.set(row.id, known);
  }
  if (missing.size === 0) return pages;
  const texts = await db().organisationPage.findMany({
    where: { id: { in: [...missing.keys()] } },
    select: { id: true, publishedText: true },
  });
  for (const { id, publishedText } of texts) {
    const row = missing.get(id);
    if (!row) continue;
    const { slug, organisation } = row;
    const { page } = parseOrganisationPage({ handle: organisation.handle, slug, text: publishedText ?? "" });
    pages.set(id, page);
    read.set(keyOf(row), page);
  }
  forgetOldest(read, { most: mostKept, mostSize: mostCharacters, sizeOf: (page) => page?.body.length ?? 0 });
  return pages;
}

/** The published pages of organisations. Who may read them is for the caller to say. */
export async function readPublishedPages(organisationIds: readonly string[]): Promise<OrganisationPages[]> {
  if (organisationIds.length === 0) return [];
  const rows = await listRows(organisationIds);
  const byId = await readRows(rows);
  const byOrganisation = new Map<string, Row[]>();
  for (const row of rows) {
    const { id } = row.organisation;
    byOrganisation.set(id, [...(byOrganisation.get(id) ?? []), row]);
  }
  return [...byOrganisation.values()].flatMap((own): OrganisationPages[] => {
    const first = own[0];
    if (!first) return [];
    const { id, handle, name } = first.organisation;
    const pages = own.flatMap((row) => byId.get(row.id) ?? []).sort((a, b) => a.order - b.order);
    return [{ organisationId: id, handle, name, pages, stamp: own.map(keyOf).join(";") }];
  });
}
