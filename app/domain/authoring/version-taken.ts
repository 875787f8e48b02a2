/**
 * Which published version an interview was on. The same text can be published twice, as after going back to an earlier
 * version: an interview was on the newest with its text that was there when it began.
 */

export type NumberedVersion = { number: number; hash: string; publishedAt: Date };

/** Null where its version was never published, or is of a scenario that is gone. */
export function versionTaken(
  versions: readonly NumberedVersion[],
  { scenarioHash, startedAt }: { scenarioHash: string; startedAt: Date },
): number | null {
  const same = versions.filter(({ hash }) => hash === scenarioHash).toSorted((a, b) => a.number - b.number);
  const taken = same.findLast(({ publishedAt }) => publishedAt <= startedAt) ?? same[0];
  return taken?.number ?? null;
}
