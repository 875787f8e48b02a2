/**
 * A place in a text being read, and the first thing found wrong with it. Readers move the place forward and never
 * back over what they accepted, so that reading takes time in proportion to the text.
 */

export type Fault = { at: number; message: string };
export type Reading = { readonly text: string; at: number; fault: Fault | null };

export function startReading(text: string): Reading {
  return { text, at: 0, fault: null };
}

/** Records what is wrong, once: what follows from the first fault is noise. */
export function fail(reading: Reading, message: string, at = reading.at): null {
  reading.fault ??= { at, message };
  return null;
}

/** Takes what a sticky pattern matches here, or nothing. */
export function take(reading: Reading, sticky: RegExp): string | null {
  sticky.lastIndex = reading.at;
  const found = sticky.exec(reading.text)?.[0] ?? null;
  if (found !== null) reading.at += found.length;
  return found;
}

/** Takes exactly this text if it stands here. */
export function takeText(reading: Reading, text: string): boolean {
  if (!reading.text.startsWith(text, reading.at)) return false;
  reading.at += text.length;
  return true;
}

const spaces = /[^\S\n]*/y;
const blanks = /\s*/y;

/** Skips spaces on this line. */
export function skipSpaces(reading: Reading): void {
  take(reading, spaces);
}

/** Skips spaces and line ends. */
export function skipBlanks(reading: Reading): void {
  take(reading, blanks);
}

export function isAtEnd(reading: Reading): boolean {
  return reading.at >= reading.text.length;
}

/** The line of a place, counted from 1, for places asked in any order: `starts` comes from `lineStarts`. */
export function lineAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
