/** Which key does what on the review page. Single letters and digits pause while somebody types. */
import type { PickMove } from "../reading/picking.ts";

export type ReviewCommand =
  | { type: "level"; level: number | null }
  | { type: "criterion"; step: 1 | -1 }
  | { type: "evidence" }
  | { type: "note" }
  | { type: "next" }
  | { type: "keys" }
  | { type: "pick"; move: PickMove }
  | { type: "take" }
  | { type: "clear" }
  | { type: "leave-note" };

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey">;

type Where = {
  isTyping: boolean;
  isPicking: boolean;
  /** Words of the candidate are selected on the page. */
  hasSelection: boolean;
};

const letters: Record<string, ReviewCommand> = {
  u: { type: "level", level: null },
  j: { type: "criterion", step: 1 },
  k: { type: "criterion", step: -1 },
  e: { type: "evidence" },
  n: { type: "note" },
  g: { type: "next" },
};

const byArrow: Record<string, { plain: PickMove; shift: PickMove; word: PickMove; shiftWord: PickMove }> = {
  forward: { plain: "next", shift: "extend", word: "start-later", shiftWord: "end-later" },
  back: { plain: "previous", shift: "extend-back", word: "start-earlier", shiftWord: "end-earlier" },
};
const directionOf: Record<string, string> = {
  ArrowDown: "forward",
  ArrowRight: "forward",
  ArrowUp: "back",
  ArrowLeft: "back",
};
const byKey: Record<string, PickMove> = {
  PageDown: "next-answer",
  PageUp: "previous-answer",
  Home: "first",
  End: "last",
};

function pickMoveOf({ key, ctrlKey, altKey, shiftKey }: Press): PickMove | null {
  const arrow = byArrow[directionOf[key] ?? ""];
  if (!arrow) return byKey[key] ?? null;
  if (ctrlKey || altKey) return shiftKey ? arrow.shiftWord : arrow.word;
  return shiftKey ? arrow.shift : arrow.plain;
}

/** By what the key types, and else by its place: on some keyboards digits need Shift. */
function levelOf({ key, code, shiftKey }: Press): number | null {
  const digit = /^[0-4]$/.exec(key)?.[0] ?? (shiftKey ? null : (/^Digit([0-4])$/.exec(code)?.[1] ?? null));
  return digit === null ? null : Number(digit);
}

/** What a press of a key asks for; null where it is not for this page. */
export function commandOf(press: Press, { isTyping, isPicking, hasSelection }: Where): ReviewCommand | null {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = press;
  if (isTyping) return key === "Escape" ? { type: "leave-note" } : null;
  if (isPicking && !metaKey) {
    const move = pickMoveOf(press);
    if (move) return { type: "pick", move };
    if (key === "Enter") return { type: "take" };
  }
  if (ctrlKey || altKey || metaKey) return null;
  if (key === "Escape" && (isPicking || hasSelection)) return { type: "clear" };
  if (key === "?") return { type: "keys" };
  const level = levelOf(press);
  if (level !== null) return { type: "level", level };
  return shiftKey ? null : (letters[key.toLowerCase()] ?? null);
}
