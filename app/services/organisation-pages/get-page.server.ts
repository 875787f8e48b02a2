import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { pageState, type PageState } from "#app/domain/content/page-state.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";
import { addressOf } from "#app/domain/scenarios/address.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { findName } from "#app/services/authoring/list-names.server.ts";
import { listReachable } from "#app/services/library/find-scenario.server.ts";
import { findAskers, type Asker } from "#app/services/library/material/find-askers.server.ts";
import { renderStudyPage } from "#app/services/library/material/get-study-page.server.ts";
import { findPage, type WantedPage } from "./find-page.server.ts";
import { judgeText } from "./judge-page.server.ts";

/** A page as its readers will see it; null while it cannot be read. */
export type PagePreview = {
  page: (Pick<StudyPage, "title" | "keyIdea" | "minutes"> & Awaited<ReturnType<typeof renderStudyPage>>) | null;
  problems: Problem[];
};

export type WrittenPageView = PagePreview & {
  organisation: { handle: string; name: string };
  slug: string;
  address: string;
  title: string;
  text: string;
  revision: number;
  editedAt: string;
  editedBy: string | null;
  state: PageState;
  /** Scenarios that send people to the page as it is published. */
  neededBy: Asker[];
};

async function preview({ page, problems }: Awaited<ReturnType<typeof judgeText>>): Promise<PagePreview> {
  if (!page) return { page: null, problems };
  const { title, keyIdea, minutes } = page;
  return { page: { title, keyIdea, minutes, ...(await renderStudyPage(page)) }, problems };
}

/** Everything the page on which a page is written shows. Null for whoever may not write there. */
export async function getPage(viewer: Viewer, wanted: WantedPage): Promise<WrittenPageView | null> {
  const found = await findPage(viewer, wanted);
  if (!found) return null;
  const { page, membership } = found;
  const { handle, name } = membership;
  const { slug, title, text, revision } = page;
  const address = addressOf(handle, slug);
  const [judged, editedBy, scenarios] = await Promise.all([
    judgeText({ membership, slug, text }),
    findName(page.editedById),
    listReachable(viewer),
  ]);
  const askers = findAskers(scenarios, address);
  return {
    ...(await preview(judged)),
    organisation: { handle, name },
    slug,
    address,
    title,
    text,
    revision,
    editedAt: page.editedAt.toISOString(),
    editedBy,
    state: pageState(page),
    neededBy: [...askers.scenarios, ...askers.exercises],
  };
}

/** A text that is being written, judged and rendered; nothing is kept. Null for whoever may not write there. */
export async function previewPage(
  viewer: Viewer,
  { text, ...wanted }: WantedPage & { text: string },
): Promise<PagePreview | null> {
  const found = await findPage(viewer, wanted);
  if (!found) return null;
  return preview(await judgeText({ membership: found.membership, slug: found.page.slug, text }));
}
