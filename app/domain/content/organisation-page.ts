/**
 * A study page of an organisation: the same Markdown as a page that ships, read at `<handle>.<slug>`. Its links are held
 * against what ships and against the organisation's own pages, of which some may not be published yet.
 */
import { addressOf } from "../scenarios/address.ts";
import type { Problem } from "../scenarios/problem.ts";
import { readFrontMatter } from "../scenarios/written-file.ts";
import type { KnownPlaces } from "./coverage.ts";
import { findDanglingLinks } from "./dangling-links.ts";
import { parseStudyPage, type ParsedStudyPage } from "./parse.ts";
import { findDanglingPlaceLinks } from "./place-link.ts";
import type { StudyPage } from "./schema.ts";

/** A page of more than this is more than one page. */
export const longestPage = 200_000;

/** All that are published are indexed for the search of every member. */
export const mostPages = 200;

export type WrittenPage = { handle: string; slug: string; text: string };

/** Reads one page; its slug is the whole address. Problems name the file as the organisation would: `onboarding.md`. */
export function parseOrganisationPage({ handle, slug, text }: WrittenPage): ParsedStudyPage {
  const { page, problems } = parseStudyPage({ file: `${slug}.md`, text });
  return { page: page && { ...page, slug: addressOf(handle, slug) }, problems };
}

export type PageSurroundings = {
  /** Pages that can be read: those that ship and those of the organisation that are published. */
  published: readonly StudyPage[];
  /** Addresses of the organisation's other pages that are written and not published. */
  unpublished: ReadonlySet<string>;
  places: Omit<KnownPlaces, "procedure" | "cost" | "latency">;
};

/** Everything wrong with a page where it stands. A link to a page that waits to be published is only a warning. */
export function judgePage(written: WrittenPage, { published, unpublished, places }: PageSurroundings): ParsedStudyPage {
  const { page, problems } = parseOrganisationPage(written);
  if (!page) return { page, problems };
  const file = `${written.slug}.md`;
  const waiting = page.links.filter((link) => unpublished.has(link.page));
  const links = page.links.filter((link) => !unpublished.has(link.page));
  const others = published.filter(({ slug }) => slug !== page.slug).map((each) => ({ ...each, links: [] }));
  return {
    page,
    problems: [
      ...problems,
      ...waiting.map(({ page: to, line }): Problem => {
        const message = `links to a page that is not published yet: /learn/${to}`;
        return { file, field: `line ${line}`, message, severity: "warning" };
      }),
      ...findDanglingLinks([{ ...page, links }, ...others], () => file),
      ...findDanglingPlaceLinks([page], places, () => file),
    ],
  };
}

/** The title that a text gives itself; `before` while that cannot be read. */
export function pageTitle(text: string, before: string): string {
  const { value } = readFrontMatter({ file: "page.md", text });
  const title = typeof value === "object" && value !== null && "title" in value ? value.title : null;
  return typeof title === "string" && title.trim() !== "" ? title.trim().slice(0, 200) : before;
}

/** A page to begin from: it reads without a problem and says what to put where. */
export function newPageText(title: string): string {
  return `---
title: ${JSON.stringify(title)}
keyIdea: "The one thing a reader should take away, in a sentence."
part: start
order: 1
minutes: 5
sources: []
labs: []
---

Begin with what the reader already knows and why that is not enough.

## First section

Each heading with two number signs is a section. A check of a scenario sends people to one of them.

## Check yourself

- Ask what the page has answered.

  Write below it what a good answer says; readers see it when they ask for it.
`;
}
