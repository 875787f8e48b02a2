/**
 * The code that stands for a candidate wherever people read what they said: short enough to say aloud, without signs that
 * are taken for each other, and without vowels, so that it is never a word.
 */
const signs = "34679CDFGHJKMNPQRTVWXY";
const length = 4;

/** `below` draws a whole number from 0 up to, and without, the one it is given. */
export function drawCode(below: (limit: number) => number): string {
  return Array.from({ length }, () => signs.charAt(below(signs.length))).join("");
}
