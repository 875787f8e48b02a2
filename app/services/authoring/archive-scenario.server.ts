import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  refuseArchiving,
  refuseDeleting,
  type ScenarioUse,
  type WithdrawalRefusal,
} from "#app/domain/authoring/withdrawal.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { lockAuthored, type FoundAuthored, type WantedAuthored } from "./find-authored.server.ts";

export type Withdrawn = { ok: true } | { ok: false; reason: WithdrawalRefusal };

async function useOf(tx: Prisma.TransactionClient, { authored, address }: FoundAuthored): Promise<ScenarioUse> {
  const { id: scenarioId, organisationId } = authored;
  const open = { organisationId, slug: address, mode: "assessment", phase: "answering" } as const;
  const [openAssessments, versions] = [
    await tx.session.count({ where: open }),
    await tx.publishedVersion.count({ where: { scenarioId } }),
  ];
  return { openAssessments, versions };
}

/** In one transaction with the row locked: null where there is no such scenario or the viewer may not. */
function withdraw(
  viewer: Viewer,
  wanted: WantedAuthored,
  act: (tx: Prisma.TransactionClient, found: FoundAuthored) => Promise<Withdrawn>,
): Promise<Withdrawn | null> {
  return db().$transaction(async (tx) => {
    const found = await lockAuthored(tx, viewer, { ...wanted, action: "archive_scenario" });
    return found && act(tx, found);
  });
}

/** Nobody begins it any more, and it is listed nowhere; interviews under way go on and scorecards stay. */
export function archiveScenario(viewer: Viewer, wanted: WantedAuthored): Promise<Withdrawn | null> {
  return withdraw(viewer, wanted, async (tx, found) => {
    const reason = refuseArchiving(await useOf(tx, found));
    if (reason) return { ok: false, reason };
    const { id, archivedAt } = found.authored;
    await tx.authoredScenario.update({ where: { id }, data: { archivedAt: archivedAt ?? new Date() } });
    return { ok: true };
  });
}

export function restoreScenario(viewer: Viewer, wanted: WantedAuthored): Promise<Withdrawn | null> {
  return withdraw(viewer, wanted, async (tx, { authored: { id } }) => {
    await tx.authoredScenario.update({ where: { id }, data: { archivedAt: null } });
    return { ok: true };
  });
}

/** Only a draft that nobody ever took. */
export function deleteScenarioDraft(viewer: Viewer, wanted: WantedAuthored): Promise<Withdrawn | null> {
  return withdraw(viewer, wanted, async (tx, found) => {
    const reason = refuseDeleting(await useOf(tx, found));
    if (reason) return { ok: false, reason };
    await tx.authoredScenario.delete({ where: { id: found.authored.id } });
    return { ok: true };
  });
}
