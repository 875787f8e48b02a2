import { wholePercent } from "#app/components/ui/whole-percent.ts";
import type { Agreement, NotDefined } from "#app/domain/grading/calibration/agreement/agreement.ts";

// Figures of agreement in words. What is not defined is said to be so, with the reason, and never shown as a zero.

const reasons: Record<NotDefined, string> = {
  "no pairs": "undefined (none)",
  "too few": "(too few)",
  "one class": "undefined (one class)",
};

export const shareWords = (share: number | null) => (share === null ? "none" : wholePercent(share));

export function figureWords(value: number | null, { notDefined }: Pick<Agreement, "notDefined">): string {
  if (value !== null) return value.toFixed(2);
  return notDefined === null ? "undefined" : reasons[notDefined];
}

export const count = (many: number, one: string, more = `${one}s`) => `${many} ${many === 1 ? one : more}`;

/** The name of a kind of answer, which is that of its file. */
export function kindWords(kind: string): string {
  const words = kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
