import { setTimeout as wait } from "node:timers/promises";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { findAuthored, type WantedAuthored } from "../find-authored.server.ts";

export type RegradeProgress = { isOver: boolean; done: number; failed: number; total: number };

/** The rows are asked, not this process: the grades may be made by another one. */
const pollMs = 500;

async function lookAt(regradeId: string): Promise<RegradeProgress | null> {
  const regrade = await db().regrade.findUnique({
    where: { id: regradeId },
    select: { status: true, grades: { orderBy: { createdAt: "asc" }, select: { sessionId: true, status: true } } },
  });
  if (!regrade) return null;
  const states = [...new Map(regrade.grades.map(({ sessionId, status }) => [sessionId, status])).values()];
  const failed = states.filter((status) => status === "ungraded").length;
  const done = failed + states.filter((status) => status === "graded").length;
  // One that was stopped still finishes what it is making.
  const isOver = regrade.status !== "queued" && regrade.status !== "running" && done === states.length;
  return { isOver, done, failed, total: states.length };
}

async function* poll(regradeId: string, signal: AbortSignal): AsyncGenerator<RegradeProgress> {
  let last = "";
  while (!signal.aborted) {
    const progress = await lookAt(regradeId);
    if (!progress) return;
    const text = JSON.stringify(progress);
    if (text !== last) yield progress;
    last = text;
    if (progress.isOver) return;
    await wait(pollMs, undefined, { signal }).catch(() => undefined);
  }
}

/** How a regrade comes along, until it ends. Null where there is none, and for whoever may not. */
export async function followRegrade(
  viewer: Viewer,
  { regradeId, signal, ...wanted }: WantedAuthored & { regradeId: string; signal: AbortSignal },
): Promise<AsyncIterable<RegradeProgress> | null> {
  const found = await findAuthored(viewer, { ...wanted, action: "regrade" });
  if (!found) return null;
  const regrade = await db().regrade.findFirst({ where: { id: regradeId, scenarioId: found.authored.id } });
  return regrade && poll(regradeId, signal);
}
