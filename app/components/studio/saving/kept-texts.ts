import { deviceStore } from "#app/components/saving/device-store.ts";
import type { KeptTexts } from "./saving.ts";

function isTexts(value: unknown): value is Record<string, string | null> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => text === null || typeof text === "string");
}

function isKept(value: unknown): value is KeptTexts {
  if (typeof value !== "object" || value === null) return false;
  const { revision, changes, base } = value as Partial<Record<keyof KeptTexts, unknown>>;
  return typeof revision === "number" && isTexts(changes) && isTexts(base);
}

/** Unsaved texts, by the address that saves them. */
export const keptTexts = deviceStore("unsaved", (value) => (isKept(value) ? value : null));
