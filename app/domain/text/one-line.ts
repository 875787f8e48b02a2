import { storable } from "./storable.ts";

/** A name as it can stand in a list, a sentence or the subject of a mail: no line breaks, no characters that hide or turn others round. */
export function oneLine(text: string): string {
  return storable(text)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim();
}
