import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { pageTitle } from "#app/domain/content/organisation-page.ts";
import type { PlannedScenario, PlannedView } from "#app/domain/authoring/import-plan.ts";
import { db } from "#app/db/client.server.ts";
import { createScenario } from "#app/services/authoring/create-scenario.server.ts";
import { saveDraft } from "#app/services/authoring/save-draft.server.ts";
import { findPlan, planScenarios, viewScenarios } from "./plan-import.server.ts";

/** `name` is the one it is to have, where its own is taken. */
export type ChosenScenario = { slug: string; name: string | null };

export type ImportedScenario =
  /** `slug` is the folder in the zip, `name` what it is called here. */
  | { slug: string; outcome: "created" | "saved" | "same"; name: string }
  | { slug: string; outcome: "changed-meanwhile" | "refused"; message: string };

type Applying = { viewer: Viewer; organisation: string };

async function create(
  { viewer, organisation }: Applying,
  planned: PlannedScenario,
  view: PlannedView,
  name: string,
): Promise<ImportedScenario> {
  const { slug, files } = planned;
  const title = pageTitle(files["scenario.md"] ?? "", view.title);
  const made = await createScenario(viewer, { organisation, title, slug: name, files });
  if (made?.ok) return { slug, outcome: "created", name: made.slug };
  return { slug, outcome: "refused", message: made?.message ?? "You may no longer write here." };
}

const changedMeanwhile = "The draft was changed since this was shown. Look at what would change now, then import it.";

async function apply(
  applying: Applying,
  { planned, view, name }: { planned: PlannedScenario; view: PlannedView; name: string | null },
): Promise<ImportedScenario> {
  const { slug, files, revision } = planned;
  if (view.kind === "refused") return { slug, outcome: "refused", message: view.refusal ?? "It cannot be kept." };
  if (view.kind === "same") return { slug, outcome: "same", name: slug };
  if (view.kind === "taken") return create(applying, planned, view, name ?? view.proposal ?? slug);
  if (view.kind === "new") {
    // It was there when the plan was shown, so it was to change a draft that is gone by now.
    if (revision !== null) return { slug, outcome: "changed-meanwhile", message: changedMeanwhile };
    return create(applying, planned, view, name ?? slug);
  }
  if (revision === null) return { slug, outcome: "changed-meanwhile", message: changedMeanwhile };
  const saved = await saveDraft(applying.viewer, {
    organisation: applying.organisation,
    slug,
    files,
    seenRevision: revision,
  });
  if (saved?.ok) return { slug, outcome: "saved", name: slug };
  return saved
    ? { slug, outcome: "changed-meanwhile", message: changedMeanwhile }
    : { slug, outcome: "refused", message: "You may no longer write here." };
}

/** Applies scenarios one after the other, each by itself: one that cannot be imported holds up no other. */
export async function applyScenarios(
  viewer: Viewer,
  {
    membership,
    planned,
    chosen,
  }: { membership: Membership; planned: readonly PlannedScenario[]; chosen: readonly ChosenScenario[] },
): Promise<ImportedScenario[]> {
  const wanted = planned.filter(({ slug }) => chosen.some((each) => each.slug === slug));
  const views = await viewScenarios(membership, wanted);
  const imported: ImportedScenario[] = [];
  for (const [at, each] of wanted.entries()) {
    const view = views[at];
    const name = chosen.find(({ slug }) => slug === each.slug)?.name ?? null;
    if (!view) continue;
    imported.push(await apply({ viewer, organisation: membership.handle }, { planned: each, view, name }));
  }
  return imported;
}

const isDone = ({ outcome }: ImportedScenario) => outcome !== "changed-meanwhile" && outcome !== "refused";

/**
 * Imports what was chosen of a plan that was looked at. What could not be imported stays in the plan, held against the
 * drafts as they are now; a plan of which nothing is left is gone. Null where there is no such plan for this viewer.
 */
export async function importScenarios(
  viewer: Viewer,
  { chosen, ...wanted }: { organisation: string; planId: string; chosen: readonly ChosenScenario[] },
): Promise<{ imported: ImportedScenario[]; left: number } | null> {
  const plan = await findPlan(viewer, wanted);
  if (!plan) return null;
  const { id, membership, scenarios: planned } = plan;
  const imported = await applyScenarios(viewer, { membership, planned, chosen });
  const done = new Set(imported.filter(isDone).map(({ slug }) => slug));
  const left = planned.filter(({ slug }) => !done.has(slug));
  if (left.length === 0) await db().importPlan.deleteMany({ where: { id } });
  else await db().importPlan.updateMany({ where: { id }, data: { scenarios: await planScenarios(membership, left) } });
  return { imported, left: left.length };
}
