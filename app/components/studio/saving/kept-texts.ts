/** Unsaved texts kept in the browser: what a closed lid, a lost network or an ended sign-in would otherwise take along. */
import { attemptStorage } from "#app/components/saving/attempt-storage.ts";
import type { KeptTexts } from "./saving.ts";

const keyOf = (address: string) => `tradeoff.unsaved.${address}`;

function isTexts(value: unknown): value is Record<string, string | null> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => text === null || typeof text === "string");
}

function isKept(value: unknown): value is KeptTexts {
  if (typeof value !== "object" || value === null) return false;
  const { revision, changes, base } = value as Partial<Record<keyof KeptTexts, unknown>>;
  return typeof revision === "number" && isTexts(changes) && isTexts(base);
}

export function findKept(address: string): KeptTexts | null {
  const value: unknown = attemptStorage(() => JSON.parse(localStorage.getItem(keyOf(address)) ?? "null"));
  return isKept(value) ? value : null;
}

/** False where the browser has no room, or keeps nothing. */
export function keepTexts(address: string, kept: KeptTexts): boolean {
  return (
    attemptStorage(() => {
      localStorage.setItem(keyOf(address), JSON.stringify(kept));
      return true;
    }) ?? false
  );
}

/** Forgets these texts; what another tab has kept in their place meanwhile stays. */
export function forgetTexts(address: string, kept: KeptTexts): void {
  attemptStorage(() => {
    const isSame = localStorage.getItem(keyOf(address)) === JSON.stringify(kept);
    if (isSame) localStorage.removeItem(keyOf(address));
  });
}
