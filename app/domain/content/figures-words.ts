/**
 * Figures of the ledger as people write them: "$340 a month", "50 to 500 hours", "from 100,000 queries a day".
 */
import type { Figure, FigureValue } from "./figures.ts";

const number = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

/** Dollars have cents or none: $0.10, not $0.1; a price of less than a cent keeps its digits. */
function dollars(amount: number): string {
  const tenths = amount * 10;
  return Number.isInteger(tenths) && !Number.isInteger(amount) ? amount.toFixed(2) : number.format(amount);
}

/** A value with its unit. Words of a source stand in quotation marks. */
export function valueWords({ value, unit = "" }: { value: FigureValue; unit?: string }): string {
  if (typeof value === "string") return [/\d/.test(value) ? value : `“${value}”`, unit].filter(Boolean).join(" ");
  const { sign, after } = unitWords(unit);
  const write = (amount: number) => (sign === "$" ? `$${dollars(amount)}` : number.format(amount));
  if (typeof value === "number") return `${write(value)}${after}`;
  const { from, to } = value;
  if (from === undefined) return `up to ${write(to ?? 0)}${after}`;
  if (to === undefined) return `from ${write(from)}${after}`;
  return `${write(from)} to ${write(to)}${after}`;
}

/** What stands before the digits, and what after them. */
function unitWords(unit: string): { sign: string; after: string } {
  const [, rest] = /^USD\b(.*)$/.exec(unit) ?? [];
  if (rest !== undefined) return { sign: "$", after: rest };
  return { sign: "", after: unit === "" ? "" : `\u00a0${unit}` };
}

/** What a badge needs of its entry. */
export type BadgedFigure = Pick<Figure, "id" | "status" | "recomputed" | "value" | "unit">;

export type Badge = { glyph: string; words: string; tone: "agrees" | "differs" | "open" | "plain" };

/** What became of a figure, as a glyph and words. One that was recomputed may hold or not. */
export function badgeOf({ status, recomputed }: Pick<Figure, "status" | "recomputed">): Badge {
  if (status === "recomputed" && recomputed?.holds === false) {
    return { glyph: "≠", words: "recomputed, differs", tone: "differs" };
  }
  return badges[status];
}

const badges: Record<Figure["status"], Badge> = {
  recomputed: { glyph: "=", words: "recomputed", tone: "agrees" },
  contradicted: { glyph: "≠", words: "contradicted", tone: "differs" },
  unsupported: { glyph: "?", words: "unsupported", tone: "open" },
  dated: { glyph: "~", words: "dated", tone: "open" },
  stated: { glyph: "“", words: "as stated", tone: "plain" },
};
