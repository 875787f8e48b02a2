import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { estimateGrade, type ModelEstimate } from "#app/domain/grading/model/estimate.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { accountFor, canUseModel, type Spender } from "#app/services/model/account-for.server.ts";
import { findAuthored, lockAuthored, type FoundAuthored, type WantedAuthored } from "../find-authored.server.ts";
import { enqueueRegrade } from "./enqueue-regrade.server.ts";
import { listFinished } from "./list-regradable.server.ts";

/** Which sessions: those on one version, or the ticked ones. */
export type RegradeChoice = {
  on: number;
  grader: GraderName;
  sessions: { of: number } | { ids: readonly string[] };
};

export type RegradeRefusal = "no_version" | "no_sessions" | "no_key" | "already_running";

export type PlannedRegrade =
  { ok: true; sessionIds: string[]; estimate: ModelEstimate | null } | { ok: false; reason: RegradeRefusal };

type Target = { hash: string; rubricHash: string; content: unknown };

async function findTarget({ authored }: FoundAuthored, number: number): Promise<Target | null> {
  const version = await db().publishedVersion.findUnique({
    where: { scenarioId_number: { scenarioId: authored.id, number } },
    select: { version: true },
  });
  return version?.version ?? null;
}

/** Only finished sessions of this scenario, whatever ids come. */
async function chosenIds(found: FoundAuthored, { sessions }: RegradeChoice): Promise<string[]> {
  const finished = await listFinished(found);
  const isChosen = "ids" in sessions ? new Set(sessions.ids) : null;
  return finished
    .filter(({ id, version }) => (isChosen ? isChosen.has(id) : "of" in sessions && version === sessions.of))
    .map(({ id }) => id);
}

/** Tokens and cost of all of them together; the offline grader takes none. */
async function estimate(
  spender: Spender,
  { target, ids, grader }: { target: Target; ids: readonly string[]; grader: GraderName },
): Promise<ModelEstimate | null> {
  if (grader === "offline") return null;
  const { model } = await accountFor(spender);
  const scenario = readVersion(target);
  const sessions = await db().session.findMany({
    where: { id: { in: [...ids] } },
    select: { turns: { orderBy: { seq: "asc" } } },
  });
  return sessions
    .map(({ turns }) => estimateGrade({ scenario, transcript: turns, model }))
    .reduce((sum, each) => ({
      inputTokens: sum.inputTokens + each.inputTokens,
      outputTokens: sum.outputTokens + each.outputTokens,
      usd: sum.usd === null || each.usd === null ? null : sum.usd + each.usd,
    }));
}

type Ready = { ok: true; target: Target; ids: string[] } | { ok: false; reason: RegradeRefusal };

const spenderOf = (viewer: Viewer, { authored }: FoundAuthored): Spender => ({
  organisationId: authored.organisationId,
  userId: viewer.id,
});

async function prepare(
  viewer: Viewer,
  { found, choice }: { found: FoundAuthored; choice: RegradeChoice },
): Promise<Ready> {
  const target = await findTarget(found, choice.on);
  if (!target) return { ok: false, reason: "no_version" };
  const ids = await chosenIds(found, choice);
  if (ids.length === 0) return { ok: false, reason: "no_sessions" };
  const needsKey = choice.grader === "anthropic";
  if (needsKey && !(await canUseModel(spenderOf(viewer, found)))) return { ok: false, reason: "no_key" };
  return { ok: true, target, ids };
}

/** What a regrade would take, before anything of it is made. Null for whoever may not. */
export async function planRegrade(
  viewer: Viewer,
  { choice, ...wanted }: WantedAuthored & { choice: RegradeChoice },
): Promise<PlannedRegrade | null> {
  const found = await findAuthored(viewer, { ...wanted, action: "regrade" });
  if (!found) return null;
  const ready = await prepare(viewer, { found, choice });
  if (!ready.ok) return ready;
  const { target, ids } = ready;
  const { grader } = choice;
  return { ok: true, sessionIds: ids, estimate: await estimate(spenderOf(viewer, found), { target, ids, grader }) };
}

export type StartedRegrade = { ok: true; regradeId: string } | { ok: false; reason: RegradeRefusal };

/**
 * Has the chosen sessions graded again, one job after the other. Their own grades stay. One regrade of a scenario at a
 * time: of two starts at once the second is told so. Null for whoever may not.
 */
export async function startRegrade(
  viewer: Viewer,
  { choice, ...wanted }: WantedAuthored & { choice: RegradeChoice },
): Promise<StartedRegrade | null> {
  const found = await findAuthored(viewer, { ...wanted, action: "regrade" });
  if (!found) return null;
  const ready = await prepare(viewer, { found, choice });
  if (!ready.ok) return ready;
  const { target, ids } = ready;
  const started = await db().$transaction(async (tx): Promise<StartedRegrade | null> => {
    const locked = await lockAuthored(tx, viewer, { ...wanted, action: "regrade" });
    if (!locked) return null;
    const scenarioId = locked.authored.id;
    const running = await tx.regrade.count({ where: { scenarioId, status: { in: ["queued", "running"] } } });
    if (running > 0) return { ok: false, reason: "already_running" };
    const { grader } = choice;
    const { hash, rubricHash } = target;
    const regrade = await tx.regrade.create({ data: { scenarioId, hash, grader, startedById: viewer.id } });
    const made = { grader, rubricHash, scenarioHash: hash, regradeId: regrade.id, requestedById: viewer.id };
    await tx.grade.createMany({ data: ids.map((sessionId) => ({ sessionId, ...made })) });
    return { ok: true, regradeId: regrade.id };
  });
  if (started?.ok) await enqueueRegrade(started.regradeId);
  return started;
}
