/**
 * Links between study pages that lead nowhere, which only the whole of the pages can tell.
 */
import type { Problem } from "../scenarios/problem.ts";
import type { StudyPage } from "./schema.ts";

/** One problem for each link to a page or section that does not exist; `fileOf` names the file of a page. */
export function findDanglingLinks(pages: readonly StudyPage[], fileOf = (slug: string) => `${slug}.md`): Problem[] {
  const sections = new Map(pages.map((page) => [page.slug, new Set(page.sections.map(({ id }) => id))]));
  return pages.flatMap((page) =>
    page.links.flatMap((link): Problem[] => {
      const problem = whatIsWrong(link, sections.get(link.page));
      if (problem === null) return [];
      return [{ file: fileOf(page.slug), field: `line ${link.line}`, message: problem, severity: "error" }];
    }),
  );
}

function whatIsWrong(link: { page: string; section: string | null }, sections: Set<string> | undefined): string | null {
  if (!sections) return `links to a page that does not exist: /learn/${link.page}`;
  if (link.section === null || sections.has(link.section)) return null;
  return `links to a section that does not exist: /learn/${link.page}#${link.section}`;
}
