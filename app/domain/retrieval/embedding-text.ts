/**
 * Text as it is handed to an embedding model. The model that ships reads capitals and hyphens as other words and was
 * trained before this field had its acronyms, so they are evened out and written out.
 */
const writtenOut: readonly [RegExp, string][] = [
  [/\brag\b/g, "retrieval augmented generation"],
  [/\bllms?\b/g, "language model"],
  [/\bq?lora\b/g, "low rank adapter training"],
  [/\bpeft\b/g, "adapter training"],
  [/\bbm25\b/g, "keyword search ranking"],
  [/\brrf\b/g, "reciprocal rank fusion"],
  [/\bgpus?\b/g, "graphics processor"],
  [/\bp50\b/g, "median"],
  [/\bp95\b/g, "95th percentile"],
  [/\bfine ?tun(e|es|ed|ing)\b/g, "model training"],
];

/** The most characters of a text that say what it is about: embedding takes time by length. */
const longest = 1_200;

export function embeddingText(text: string): string {
  const even = text
    .slice(0, longest)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/(\p{L})[-\u2010-\u2013](?=\p{L})/gu, "$1 ")
    .replace(/\s+/g, " ")
    .trim();
  return writtenOut.reduce((written, [acronym, words]) => written.replace(acronym, words), even);
}
