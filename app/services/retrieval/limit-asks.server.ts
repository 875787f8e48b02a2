import type { Viewer } from "#app/domain/accounts/viewer.ts";

// Every question to the model is paid for. The limits hold for one process: they keep a visitor from spending, not an
// operator from counting.

type Limit = { most: number; windowMs: number };

const perViewer: Limit = { most: 10, windowMs: 10 * 60_000 };
const perProcess: Limit = { most: 60, windowMs: 10 * 60_000 };
const mostRemembered = 10_000;

const asked = new Map<string, number[]>();

function recent(key: string, { windowMs }: Limit, nowMs: number): number[] {
  return (asked.get(key) ?? []).filter((at) => nowMs - at < windowMs);
}

/** Counts one question of a viewer; how long to wait, where there were too many. */
export function countAsk({ id }: Viewer, nowMs: number): { ok: true } | { ok: false; waitMs: number } {
  const limits = [[`viewer ${id}`, perViewer] as const, ["process", perProcess] as const];
  for (const [key, limit] of limits) {
    const times = recent(key, limit, nowMs);
    if (times.length >= limit.most) return { ok: false, waitMs: limit.windowMs - (nowMs - (times[0] ?? nowMs)) };
  }
  if (asked.size > mostRemembered) asked.clear();
  for (const [key, limit] of limits) asked.set(key, [...recent(key, limit, nowMs), nowMs]);
  return { ok: true };
}
