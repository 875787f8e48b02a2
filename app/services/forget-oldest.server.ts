type Bounds<Kept> = { most: number; mostSize: number; sizeOf: (kept: Kept, key: string) => number };

/** Takes the oldest out of what is kept in memory until the rest is within its bounds; the newest always stays. */
export function forgetOldest<Kept>(all: Map<string, Kept>, { most, mostSize, sizeOf }: Bounds<Kept>): void {
  let size = 0;
  for (const [key, kept] of all) size += sizeOf(kept, key);
  for (const [key, kept] of all) {
    if (all.size === 1 || (all.size <= most && size <= mostSize)) return;
    size -= sizeOf(kept, key);
    all.delete(key);
  }
}
