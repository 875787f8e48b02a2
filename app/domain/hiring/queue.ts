/**
 * The review queue: every session that is handed in lies somewhere on a circle, at random, and every reviewer walks round
 * it from a start of their own. So each has one order that stays as it is while sessions come and go, two reviewers rarely
 * want the same session at once, and no order has to be kept.
 */
import { z } from "zod";
import { oneLine } from "../text/one-line.ts";

/** A session is one's own for so long after taking it, and again after each save. */
export const lockMs = 30 * 60_000;

/** More sessions than one person reads at once would only be kept from others. */
export const mostHeld = 5;

/** Above it a count is "more than": nobody plans by the exact number, and counting all would take longer as it grows. */
export const mostCounted = 200;
/** The same for what waits: each one that is counted is looked at, on every visit. */
export const mostWaiting = 50;

export type CappedCount = { count: number; isMore: boolean };

export function capCount(counted: number, most = mostCounted): CappedCount {
  return { count: Math.min(counted, most), isMore: counted > most };
}

/** FNV-1a with a final mix, so that names that differ in one letter lie far apart. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35) >>> 0;
  return (value ^ (value >>> 16)) >>> 0;
}

/** From 0 to below 1: where a reviewer's way round begins. */
export function startOf({ organisationId, reviewerId }: { organisationId: string; reviewerId: string }): number {
  const about = `${organisationId}|${reviewerId}`;
  return (hash(about, 0) + hash(about, 1) / 2 ** 32) / 2 ** 32;
}

/** Keys from `from` to below `to`, in their order. */
export type Stretch = { from: number; to: number };

/** Once round the circle from a start: two stretches that together hold each place once. */
export function stretchesFrom(start: number): readonly [Stretch, Stretch] {
  return [
    { from: start, to: 1 },
    { from: 0, to: start },
  ];
}

/** Whether one more may review: reviews that were given and others who hold the session now take a place each. */
export function hasPlace({ wanted, given, heldByOthers }: { wanted: number; given: number; heldByOthers: number }) {
  return given + heldByOthers < wanted;
}

export const SkipReasonSchema = z
  .string()
  .transform(oneLine)
  .pipe(
    z
      .string()
      .min(3, "Say why in a few words: others read it.")
      .max(300, "This is longer than 300 characters: a sentence is enough."),
  );
