import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { figuresOfPage } from "#app/domain/content/figures-uses.ts";
import type { Figure } from "#app/domain/content/figures.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";
import { splitAddress } from "#app/domain/scenarios/address.ts";
import { readPublishedPages } from "#app/services/organisation-pages/read-published-pages.server.ts";
import { findAskers, type Askers } from "./find-askers.server.ts";
import { listReachable } from "../find-scenario.server.ts";
import { loadLibrary } from "../load-library.server.ts";
import { renderMarkdown, type MarkdownBlock } from "../render-markdown.server.ts";

type Neighbour = Pick<StudyPage, "slug" | "title">;

export type StudyPageView = Pick<StudyPage, "slug" | "title" | "keyIdea" | "part" | "minutes" | "sources" | "labs"> & {
  /** Whose page it is; null for what ships. */
  organisation: Pick<Membership, "handle" | "name"> | null;
  sections: { id: string; heading: string }[];
  body: MarkdownBlock[];
  /** The entries of the ledger that the page states, in the order it states them, without what follows from them. */
  figures: Omit<Figure, "derived">[];
  previous: Neighbour | null;
  next: Neighbour | null;
  /** Where something of this page is asked for, as far as the viewer may see it. */
  neededBy: Askers;
};

type Shelf = { organisation: StudyPageView["organisation"]; pages: readonly StudyPage[] };

/** The pages that one stands among. Null for an organisation's where the viewer may not read them. */
async function findShelf(viewer: Viewer | null, handle: string | null): Promise<Shelf | null> {
  if (handle === null) return { organisation: null, pages: (await loadLibrary()).pages };
  const membership = findMembership(viewer, handle, "read_page");
  // A membership is found by id too, and an address names organisations by their handles alone.
  if (membership?.handle !== handle) return null;
  const [own] = await readPublishedPages([membership.organisationId]);
  return { organisation: { handle, name: membership.name }, pages: own?.pages ?? [] };
}

/** The body of a page as it is read, and the figures it states. */
export async function renderStudyPage(page: StudyPage) {
  const cited = figuresOfPage(page, (await loadLibrary()).figures);
  return {
    sections: page.sections.map(({ id, heading }) => ({ id, heading })),
    body: await renderMarkdown(page.body, cited),
    figures: [...new Set([...cited.values()].flat())].map((figure) => ({ ...figure, derived: undefined })),
  };
}

/** One study page with what stands around it; null where there is none of that address for this viewer. */
export async function getStudyPage(viewer: Viewer | null, address: string): Promise<StudyPageView | null> {
  const shelf = await findShelf(viewer, splitAddress(address).handle);
  const index = shelf?.pages.findIndex((page) => page.slug === address) ?? -1;
  const page = shelf?.pages[index];
  if (!shelf || !page) return null;
  const { slug, title, keyIdea, part, minutes, sources, labs } = page;
  return {
    slug,
    title,
    keyIdea,
    part,
    minutes,
    sources,
    labs,
    organisation: shelf.organisation,
    ...(await renderStudyPage(page)),
    previous: neighbour(shelf.pages[index - 1]),
    next: neighbour(shelf.pages[index + 1]),
    neededBy: findAskers(await listReachable(viewer), address),
  };
}

function neighbour(page: StudyPage | undefined): Neighbour | null {
  return page ? { slug: page.slug, title: page.title } : null;
}
