import { attemptStorage } from "./attempt-storage.ts";

export type DeviceStore<Kept> = {
  find: (key: string) => Kept | null;
  keep: (key: string, kept: Kept) => void;
  /** Forgets what was kept; what another tab has kept in its place meanwhile stays. */
  forget: (key: string, kept: Kept) => void;
};

/**
 * Unsaved work kept in the browser: what a closed lid, a lost network or an ended sign-in would otherwise take along.
 * `read` gives null for what it cannot read.
 */
export function deviceStore<Kept>(prefix: string, read: (value: unknown) => Kept | null): DeviceStore<Kept> {
  const nameOf = (key: string) => `tradeoff.${prefix}.${key}`;
  return {
    find: (key) => read(attemptStorage<unknown>(() => JSON.parse(localStorage.getItem(nameOf(key)) ?? "null"))),
    keep: (key, kept) => attemptStorage(() => localStorage.setItem(nameOf(key), JSON.stringify(kept))),
    forget: (key, kept) =>
      attemptStorage(() => {
        const isSame = localStorage.getItem(nameOf(key)) === JSON.stringify(kept);
        if (isSame) localStorage.removeItem(nameOf(key));
      }),
  };
}
