import { deviceStore } from "#app/components/saving/device-store.ts";
import type { KeptText, Typed } from "./autosave.ts";

function isKeptText(value: unknown): value is KeptText {
  if (typeof value !== "object" || value === null) return false;
  const { typed, revision } = value as { typed?: Partial<Record<keyof Typed, unknown>>; revision?: unknown };
  const texts = [typed?.answer, typed?.question, typed?.diagram];
  const hasKind = typed?.kind === "answer" || typed?.kind === "clarification";
  return hasKind && texts.every((text) => typeof text === "string") && typeof revision === "number";
}

/** Unsent text, by the session it was typed in. */
export const keptTexts = deviceStore("unsent", (value) => (isKeptText(value) ? value : null));
