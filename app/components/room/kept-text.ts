/** Unsent text kept in the browser: what a closed lid, a lost network or an ended sign-in would otherwise take along. */
import { attemptStorage } from "#app/components/saving/attempt-storage.ts";
import type { Typed } from "./autosave.ts";

export type KeptText = { typed: Typed; revision: number };

const keyOf = (sessionId: string) => `tradeoff.unsent.${sessionId}`;

function isKeptText(value: unknown): value is KeptText {
  if (typeof value !== "object" || value === null) return false;
  const { typed, revision } = value as { typed?: Partial<Record<keyof Typed, unknown>>; revision?: unknown };
  const texts = [typed?.answer, typed?.question, typed?.diagram];
  const hasKind = typed?.kind === "answer" || typed?.kind === "clarification";
  return hasKind && texts.every((text) => typeof text === "string") && typeof revision === "number";
}

export function findKeptText(sessionId: string): KeptText | null {
  const value: unknown = attemptStorage(() => JSON.parse(localStorage.getItem(keyOf(sessionId)) ?? "null"));
  return isKeptText(value) ? value : null;
}

export function keepText(sessionId: string, kept: KeptText): void {
  attemptStorage(() => localStorage.setItem(keyOf(sessionId), JSON.stringify(kept)));
}

/** Forgets this text; what another tab has kept in its place meanwhile stays. */
export function forgetText(sessionId: string, kept: KeptText): void {
  attemptStorage(() => {
    const isSame = localStorage.getItem(keyOf(sessionId)) === JSON.stringify(kept);
    if (isSame) localStorage.removeItem(keyOf(sessionId));
  });
}
