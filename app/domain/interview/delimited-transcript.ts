/**
 * A transcript as data inside a model's request. Every turn is one line of JSON between two tagged lines. A candidate
 * cannot forge the closing line twice over: JSON leaves no line break in what they said, and the tag is drawn for this
 * one request after they said it.
 */
import type { Transcript } from "./transcript.ts";

/** JSON leaves these three unescaped, and a reader may take them for the end of a line. */
const rareLineBreak = /[\u0085\u2028\u2029]/g;

function lineOf({ seq, speaker, kind, text }: Transcript[number]): string {
  const line = JSON.stringify({ turn: seq, speaker, kind, text });
  return line.replace(rareLineBreak, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Lengthens a nonce that stands in the data, by guess or by chance, until it does not. */
function tagFor(data: string, nonce: string): string {
  let tag = `transcript-${nonce}`;
  while (data.includes(tag)) tag += "0";
  return tag;
}

/** `nonce` is fresh for every request and unknown to the candidate. */
export function delimitTranscript(transcript: Transcript, nonce: string): string {
  const data = `[\n${transcript.map(lineOf).join(",\n")}\n]`;
  const tag = tagFor(data, nonce);
  return `<${tag}>\n${data}\n</${tag}>`;
}
