/**
 * Text as a reader takes it in, whatever characters it is drawn with: for finding words that somebody wanted to hide from
 * a program and not from a model. Places are not kept; it is for recognising, never for quoting.
 */

import { drawnAlike } from "./look-alikes.ts";

/** Characters that show nothing: zero-width, direction marks, fillers and variation selectors. */
const unseen = new RegExp(
  [
    "[\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0]",
    "[\\u034f\\u17b4\\u17b5\\u180b-\\u180d\\u180f\\ufe00-\\ufe0f]",
    "[\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e001f}\\u{e007f}-\\u{e0fff}]",
  ].join("|"),
  "gu",
);
/** Tag characters repeat ASCII without showing it. */
const tagged = /[\u{e0020}-\u{e007e}]/gu;

const drawnAsDigits: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const withDigits = /(?<![\p{L}\d@$!])(?=[\p{L}\d@$!]*\p{L})(?=[\p{L}\d@$!]*[\d@$!][\p{L}\d@$!]*\p{L})[\p{L}\d@$!]+/gu;
const spacedOut = /(?<![\p{L}\d])\p{L}(?:[ .*_\u00b7-]\p{L}(?![\p{L}\d])){3,}/gu;

/** Without what is not seen, in one width and case, without accents; scripts stay what they are. */
export function withoutDisguise(text: string): string {
  return text
    .replace(tagged, (character) => String.fromCharCode((character.codePointAt(0) ?? 0xe0020) - 0xe0000))
    .replace(unseen, "")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u0489\u20d0-\u20f0]/g, "")
    .normalize("NFC")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"');
}

/** As `withoutDisguise`, with every letter read as the Latin one it is drawn like: also digits in words and l e t t e r s. */
export function asLatin(text: string): string {
  const plain = withoutDisguise(text);
  const hasOthers = /[^\0-\u007f]/.test(plain);
  const latin = hasOthers ? Array.from(plain, (character) => drawnAlike.get(character) ?? character).join("") : plain;
  return latin
    .replace(withDigits, (word) => Array.from(word, (character) => drawnAsDigits[character] ?? character).join(""))
    .replace(spacedOut, (letters) => letters.replace(/[^\p{L}]/gu, ""));
}
