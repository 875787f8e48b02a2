import { listPagesFor } from "#app/services/library/material/sections-for.server.ts";

/** A place that a check can send a person to, as `page#section`, with the name it has on the page. */
export type StudySectionChoice = { reference: string; title: string };

/** The sections of all study pages that an author of this organisation may name. */
export async function listStudySections(organisationId: string): Promise<StudySectionChoice[]> {
  return (await listPagesFor(organisationId)).flatMap((page) =>
    page.sections.map(({ id, heading }) => ({ reference: `${page.slug}#${id}`, title: `${page.title}: ${heading}` })),
  );
}
