import type { StudyPage } from "#app/domain/content/schema.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { loadLibrary } from "./load-library.server.ts";
import { renderMarkdown, type MarkdownBlock } from "./render-markdown.server.ts";

type Neighbour = Pick<StudyPage, "slug" | "title">;

export type StudyPageView = Pick<StudyPage, "slug" | "title" | "keyIdea" | "minutes" | "sources"> & {
  sections: { id: string; heading: string }[];
  body: MarkdownBlock[];
  previous: Neighbour | null;
  next: Neighbour | null;
  /** The scenarios in which something of this page is asked for. */
  neededBy: { slug: string; title: string }[];
};

/** One study page with what stands around it; null where there is none of that name. */
export async function getStudyPage(slug: string): Promise<StudyPageView | null> {
  const { pages, scenarios } = await loadLibrary();
  const index = pages.findIndex((page) => page.slug === slug);
  const page = pages[index];
  if (!page) return null;
  const { title, keyIdea, minutes, sources } = page;
  return {
    slug,
    title,
    keyIdea,
    minutes,
    sources,
    sections: page.sections.map(({ id, heading }) => ({ id, heading })),
    body: await renderMarkdown(page.body),
    previous: neighbour(pages[index - 1]),
    next: neighbour(pages[index + 1]),
    neededBy: scenarios
      .filter(({ scenario }) => sendsTo(scenario, slug))
      .map(({ scenario }) => ({ slug: scenario.slug, title: scenario.title })),
  };
}

function neighbour(page: StudyPage | undefined): Neighbour | null {
  return page ? { slug: page.slug, title: page.title } : null;
}

function sendsTo({ rubric }: Scenario, slug: string): boolean {
  return rubric.criteria.some(({ checks, redFlags }) =>
    [...checks, ...redFlags].some(({ study }) => study?.startsWith(`${slug}#`)),
  );
}
