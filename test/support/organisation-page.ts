import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { createPage } from "#app/services/organisation-pages/create-page.server.ts";
import { publishPage } from "#app/services/organisation-pages/publish-page.server.ts";
import { savePage } from "#app/services/organisation-pages/save-page.server.ts";

/** The text of a page with the given sections, each a heading and what stands below it. */
export function pageText(title: string, sections: Record<string, string>): string {
  const body = Object.entries(sections).map(([heading, text]) => `## ${heading}\n\n${text}\n`);
  return `---\ntitle: ${title}\nkeyIdea: One idea.\npart: start\norder: 1\nminutes: 2\nsources: []\n---\n\n${body.join("\n")}`;
}

type Written = { organisation: string; title: string; sections: Record<string, string>; publish?: boolean };

/** A page of an organisation, written and unless told otherwise published; its slug. */
export async function writePage(
  author: Viewer,
  { organisation, title, sections, publish = true }: Written,
): Promise<string> {
  const made = await createPage(author, { organisation, title });
  if (!made?.ok) throw new Error(`${title} was not made.`);
  const wanted = { organisation, slug: made.slug };
  const saved = await savePage(author, { ...wanted, text: pageText(title, sections), seenRevision: 1 });
  if (!saved?.ok) throw new Error(`${title} was not saved.`);
  if (!publish) return made.slug;
  const published = await publishPage(author, { ...wanted, seenRevision: saved.revision });
  if (!published?.ok) throw new Error(`${title} was not published: ${JSON.stringify(published)}`);
  return made.slug;
}
