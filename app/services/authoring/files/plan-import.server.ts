import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import type { LeftOut } from "#app/domain/authoring/archive.ts";
import { DraftFilesSchema, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { viewPlanned, type PlannedScenario, type PlannedView } from "#app/domain/authoring/import-plan.ts";
import { db } from "#app/db/client.server.ts";
import { listTakenSlugs } from "#app/services/authoring/create-scenario.server.ts";
import { sectionsFor } from "#app/services/library/material/sections-for.server.ts";
import { readArchive } from "./read-archive.server.ts";

const keptForMs = 30 * 60_000;

export type ImportPlanView = {
  id: string;
  organisation: { handle: string; name: string };
  scenarios: PlannedView[];
  leftOut: LeftOut[];
  expiresAt: string;
};

type Drafts = Map<string, { revision: number; files: DraftFiles }>;

export async function listDrafts(organisationId: string, slugs: readonly string[]): Promise<Drafts> {
  const rows = await db().authoredScenario.findMany({
    where: { organisationId, slug: { in: [...slugs] } },
    select: { slug: true, revision: true, files: true },
  });
  return new Map(rows.map(({ slug, revision, files }) => [slug, { revision, files: DraftFilesSchema.parse(files) }]));
}

/** Each scenario with the revision its draft has now. */
export async function planScenarios(
  { organisationId }: Membership,
  scenarios: readonly { slug: string; files: DraftFiles }[],
): Promise<PlannedScenario[]> {
  const drafts = await listDrafts(
    organisationId,
    scenarios.map(({ slug }) => slug),
  );
  return scenarios.map(({ slug, files }) => ({ slug, files, revision: drafts.get(slug)?.revision ?? null }));
}

/** What the scenarios would become as the organisation is now. */
export async function viewScenarios(
  { organisationId, handle }: Membership,
  planned: readonly PlannedScenario[],
): Promise<PlannedView[]> {
  const [drafts, { shipped }, sections] = await Promise.all([
    listDrafts(
      organisationId,
      planned.map(({ slug }) => slug),
    ),
    listTakenSlugs(organisationId),
    sectionsFor(organisationId),
  ]);
  const surroundings = {
    handle,
    drafts: new Map([...drafts].map(([slug, { files }]) => [slug, files])),
    shipped,
    sections,
  };
  return planned.map((each) => viewPlanned(each, surroundings));
}

export type StartedImport = { ok: true; planId: string } | { ok: false; message: string };

/**
 * Reads a zip and keeps what it would do for half an hour, or until the same person plans another; nothing is imported
 * yet. Null for whoever may not write there.
 */
export async function planImport(
  viewer: Viewer,
  { organisation, bytes, now = new Date() }: { organisation: string; bytes: Buffer; now?: Date },
): Promise<StartedImport | null> {
  const membership = findMembership(viewer, organisation, "write_scenario");
  if (!membership) return null;
  const read = await readArchive(bytes);
  if (!read.ok) return read;
  await db().importPlan.deleteMany({ where: { OR: [{ expiresAt: { lt: now } }, { userId: viewer.id }] } });
  const { id } = await db().importPlan.create({
    data: {
      organisationId: membership.organisationId,
      userId: viewer.id,
      scenarios: await planScenarios(membership, read.scenarios),
      leftOut: read.leftOut,
      expiresAt: new Date(now.getTime() + keptForMs),
    },
  });
  return { ok: true, planId: id };
}

export type KeptPlan = {
  id: string;
  membership: Membership;
  scenarios: PlannedScenario[];
  leftOut: LeftOut[];
  expiresAt: Date;
};

/** A plan as it was shown. Null when its time is over, and for everybody but the one it was shown to. */
export async function findPlan(
  viewer: Viewer,
  { organisation, planId, now = new Date() }: { organisation: string; planId: string; now?: Date },
): Promise<KeptPlan | null> {
  const membership = findMembership(viewer, organisation, "write_scenario");
  if (!membership) return null;
  const { organisationId } = membership;
  const row = await db().importPlan.findFirst({
    where: { id: planId, organisationId, userId: viewer.id, expiresAt: { gt: now } },
  });
  if (!row) return null;
  const { id, scenarios, leftOut, expiresAt } = row;
  return { id, membership, scenarios: scenarios as PlannedScenario[], leftOut: leftOut as LeftOut[], expiresAt };
}

/** What a plan would do now. Null as above. */
export async function getImportPlan(
  viewer: Viewer,
  wanted: { organisation: string; planId: string; now?: Date },
): Promise<ImportPlanView | null> {
  const plan = await findPlan(viewer, wanted);
  if (!plan) return null;
  const { id, membership, scenarios, leftOut, expiresAt } = plan;
  return {
    id,
    organisation: { handle: membership.handle, name: membership.name },
    scenarios: await viewScenarios(membership, scenarios),
    leftOut,
    expiresAt: expiresAt.toISOString(),
  };
}
