/**
 * The name of a scenario's folder, made from its title. It is part of the address, so it is chosen once and stays when
 * the title changes.
 */
import { SlugSchema } from "#app/domain/scenarios/address.ts";

const longest = 60;

/** Null where the title has no letter or digit that an address can hold. */
export function slugFrom(title: string): string | null {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .match(/[a-z0-9]+/g);
  if (!words) return null;
  return cut(words.join("-"), longest);
}

/** Whole words where that leaves any. */
function cut(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const kept = slug.slice(0, length + 1);
  const end = kept.lastIndexOf("-");
  return (end > 0 ? kept.slice(0, end) : kept.slice(0, length)).replace(/-+$/, "");
}

/** The slug itself, or with the first number behind it that nobody uses. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number++) {
    const ending = `-${number}`;
    const candidate = `${cut(slug, longest - ending.length)}${ending}`;
    if (!taken.has(candidate)) return candidate;
  }
}

export type NamedScenario = { ok: true; slug: string } | { ok: false; message: string; proposal: string | null };

/**
 * The slug of a new scenario: from its title, unless one was written. What ships keeps its names to itself, so that a
 * slug means one scenario wherever it is said.
 */
export function nameScenario({
  title,
  slug,
  own,
  shipped,
}: {
  title: string;
  slug: string | null;
  own: ReadonlySet<string>;
  shipped: ReadonlySet<string>;
}): NamedScenario {
  const wanted = slug ?? slugFrom(title);
  if (wanted === null) {
    return { ok: false, message: "The title has no letter of a to z: write a name for the address.", proposal: null };
  }
  const held = SlugSchema.safeParse(wanted);
  if (!held.success) {
    const why = held.error.issues[0]?.message ?? "cannot be used";
    const proposal = slugFrom(wanted);
    return {
      ok: false,
      message: `The name in the address ${why}.`,
      proposal: proposal && freeSlug(proposal, union(own, shipped)),
    };
  }
  if (!own.has(wanted) && !shipped.has(wanted)) return { ok: true, slug: wanted };
  const proposal = freeSlug(wanted, union(own, shipped));
  const whose = own.has(wanted) ? "another scenario of this organisation" : "a scenario of the library that ships";
  return { ok: false, message: `“${wanted}” is the name of ${whose}. “${proposal}” is free.`, proposal };
}

function union(...sets: ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((each) => [...each]));
}
