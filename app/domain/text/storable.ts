/**
 * Text as it can be kept: browsers send line breaks as two characters, and PostgreSQL takes neither U+0000 nor half a
 * surrogate pair, which pastes from other programs may hold.
 */
const halfPairs = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function storable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\u0000", "").replace(halfPairs, "\uFFFD");
}
