import type { Term } from "#app/domain/content/glossary.ts";
import { loadLibrary } from "../load-library.server.ts";

/** A term with the sections that say more, by their headings. */
export type TermRow = Omit<Term, "see"> & { see: { to: string; title: string }[] };

/** The words of the field, by the alphabet. A section that is not there is left out. */
export async function listTerms(): Promise<TermRow[]> {
  const { terms, pages } = await loadLibrary();
  const titles = new Map(
    pages.flatMap((page) =>
      page.sections.map(({ id, heading }) => [`${page.slug}#${id}`, `${page.title}: ${heading}`]),
    ),
  );
  return terms
    .map(({ see, ...term }) => ({
      ...term,
      see: see.flatMap((section) => {
        const title = titles.get(section);
        return title === undefined ? [] : [{ to: `/learn/${section}`, title }];
      }),
    }))
    .toSorted((a, b) => a.term.localeCompare(b.term, "en", { sensitivity: "base" }));
}
