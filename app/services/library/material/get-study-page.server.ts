import { figuresOfPage } from "#app/domain/content/figures-uses.ts";
import type { Figure } from "#app/domain/content/figures.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";
import { findAskers, type Askers } from "./find-askers.server.ts";
import { loadLibrary } from "../load-library.server.ts";
import { renderMarkdown, type MarkdownBlock } from "../render-markdown.server.ts";

type Neighbour = Pick<StudyPage, "slug" | "title">;

export type StudyPageView = Pick<StudyPage, "slug" | "title" | "keyIdea" | "part" | "minutes" | "sources" | "labs"> & {
  sections: { id: string; heading: string }[];
  body: MarkdownBlock[];
  /** The entries of the ledger that the page states, in the order it states them, without what follows from them. */
  figures: Omit<Figure, "derived">[];
  previous: Neighbour | null;
  next: Neighbour | null;
  /** Where something of this page is asked for. */
  neededBy: Askers;
};

/** One study page with what stands around it; null where there is none of that name. */
export async function getStudyPage(slug: string): Promise<StudyPageView | null> {
  const { pages, scenarios, figures } = await loadLibrary();
  const index = pages.findIndex((page) => page.slug === slug);
  const page = pages[index];
  if (!page) return null;
  const { title, keyIdea, part, minutes, sources, labs } = page;
  const cited = figuresOfPage(page, figures);
  return {
    slug,
    title,
    keyIdea,
    part,
    minutes,
    sources,
    labs,
    sections: page.sections.map(({ id, heading }) => ({ id, heading })),
    body: await renderMarkdown(page.body, cited),
    figures: [...new Set([...cited.values()].flat())].map((figure) => ({ ...figure, derived: undefined })),
    previous: neighbour(pages[index - 1]),
    next: neighbour(pages[index + 1]),
    neededBy: findAskers(scenarios, slug),
  };
}

function neighbour(page: StudyPage | undefined): Neighbour | null {
  return page ? { slug: page.slug, title: page.title } : null;
}
