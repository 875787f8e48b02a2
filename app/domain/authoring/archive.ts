/**
 * What a zip of scenarios may hold: folders named like scenarios, with the files of a scenario in them. What looks like
 * an attack or a mistake refuses the whole archive in one sentence; what is merely something else is left out and named.
 * Names follow APPNOTE.TXT 4.4.17: relative, with forward slashes.
 */
import { SlugSchema } from "../scenarios/address.ts";
import { isDraftPath } from "./draft.ts";

export const archiveLimits = {
  bytes: 10 * 1_048_576,
  entries: 500,
  fileBytes: 400_000,
  allBytes: 5_000_000,
  nameCharacters: 255,
} as const;

/** One entry as the archive's directory describes it. */
export type ArchiveEntry = {
  /** Null where the bytes of the name are not UTF-8. */
  name: string | null;
  /** What the directory says it holds when unpacked; the bytes are counted all the same. */
  sizeBytes: number;
  isEncrypted: boolean;
  /** The attributes for Unix, 0 where there are none: the kind of file is in the upper four bits. */
  unixMode: number;
  /** 0 stored, 8 deflated; nothing else is read. */
  method: number;
};

export type LeftOut = { name: string; why: string };

/** A file to read; `at` is its entry's place in the list. */
export type WantedFile = { at: number; name: string; slug: string; path: string };

export type JudgedArchive = { ok: true; wanted: WantedFile[]; leftOut: LeftOut[] } | { ok: false; message: string };

const refuse = (message: string) => ({ ok: false as const, message });

/** The kinds of file in a Unix mode (inode(7)). */
const kindMask = 0o170000;
const kinds = { unsaid: 0, file: 0o100000, folder: 0o040000, link: 0o120000 };

/** A name as it may be shown in a sentence. */
export function shownName(name: string): string {
  const plain = name.replace(/[\p{C}\u2028\u2029]/gu, "\uFFFD");
  return `“${plain.length > 100 ? `${plain.slice(0, 100)}…` : plain}”`;
}

function faultOfName(name: string): string | null {
  const shown = shownName(name);
  if (name === "") return "An entry of the zip has no name.";
  if (name.length > archiveLimits.nameCharacters) return `The name ${shown} is longer than any file of a scenario.`;
  if (/[\p{Cc}]/u.test(name)) return `The name ${shown} holds a control character.`;
  if (name.includes("\\")) return `The name ${shown} holds a backslash: folders are joined by forward slashes.`;
  if (name.startsWith("/") || /^[a-z]:/i.test(name)) return `${shown} names a place on a disk, not a file of the zip.`;
  const segments = name.replace(/\/$/, "").split("/");
  if (segments.some((each) => each === ".." || each === ".")) return `${shown} leads out of its folder.`;
  if (segments.includes("")) return `The name ${shown} has an empty folder in it.`;
  return null;
}

function faultOfEntry({ name, isEncrypted, unixMode, method }: ArchiveEntry): string | null {
  if (name === null) return "A name in the zip is not written in UTF-8: pack it again with a newer program.";
  const fault = faultOfName(name);
  if (fault) return fault;
  const shown = shownName(name);
  const kind = unixMode & kindMask;
  if (kind === kinds.link) return `${shown} is a symbolic link: put the file itself into the zip.`;
  if (kind !== kinds.unsaid && kind !== kinds.file && kind !== kinds.folder) return `${shown} is no ordinary file.`;
  if (isEncrypted) return `${shown} is encrypted: pack it again without a password.`;
  if (/\.(zip|jar|7z|rar|gz|tgz|bz2|xz|tar)$/i.test(name)) {
    return `${shown} is an archive inside the zip, which is not opened: unpack it first.`;
  }
  if (method !== 0 && method !== 8)
    return `${shown} is packed in a way that is not read here: use deflate, as most do.`;
  return null;
}

/** Why an entry that does no harm is not read; null for a file of a scenario. */
function whyLeftOut(slug: string, path: string | null): string | null {
  if (slug === "__MACOSX" || path?.split("/").at(-1) === ".DS_Store" || slug === ".DS_Store") {
    return "kept by the file manager for itself";
  }
  if (path === null) return "lies outside a scenario's folder";
  const held = SlugSchema.safeParse(slug);
  if (!held.success) return `its folder’s name ${held.error.issues[0]?.message ?? "is no name of a scenario"}`;
  if (!isDraftPath(path)) return "is no file of a scenario";
  return null;
}

/** Two names that one disk would take for one: they differ only by case or by how a letter is written. */
function sameOnDisk(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Decides on an archive by its directory alone: nothing has been unpacked yet. */
export function judgeArchive(entries: readonly ArchiveEntry[]): JudgedArchive {
  if (entries.length > archiveLimits.entries) return refuse(tooManyEntries(entries.length));
  const seen = new Map<string, string>();
  const wanted: WantedFile[] = [];
  const leftOut: LeftOut[] = [];
  let announced = 0;
  for (const [at, entry] of entries.entries()) {
    const fault = faultOfEntry(entry);
    if (fault !== null) return refuse(fault);
    const name = entry.name ?? "";
    if (name.endsWith("/")) continue;
    const twin = seen.get(sameOnDisk(name));
    if (twin !== undefined) return refuse(`${shownName(name)} and ${shownName(twin)} would be one file.`);
    seen.set(sameOnDisk(name), name);
    const [slug = "", ...rest] = name.split("/");
    const path = rest.length === 0 ? null : rest.join("/");
    const why = whyLeftOut(slug, path);
    if (why !== null || path === null) {
      leftOut.push({ name, why: why ?? "" });
      continue;
    }
    if (entry.sizeBytes > archiveLimits.fileBytes) return refuse(tooLargeFile(name));
    announced += entry.sizeBytes;
    if (announced > archiveLimits.allBytes) return refuse(tooLargeArchive);
    wanted.push({ at, name, slug, path });
  }
  if (wanted.length === 0) {
    return refuse("The zip holds no scenario: it needs a folder with the scenario’s name and scenario.md in it.");
  }
  return { ok: true, wanted, leftOut };
}

export function tooManyEntries(count: number): string {
  return `The zip holds ${count.toLocaleString("en")} entries; ${archiveLimits.entries} are the most that are read.`;
}

export function tooLargeFile(name: string): string {
  return `${shownName(name)} is larger than ${archiveLimits.fileBytes / 1_000} kB, the most a file of a scenario may be.`;
}

export const tooLargeArchive = `Unpacked, the zip is larger than ${archiveLimits.allBytes / 1_000_000} MB: import fewer scenarios at once.`;

/** By scenario, the text of each file by its path. */
export type ReadArchive = { scenarios: { slug: string; files: Record<string, string> }[]; leftOut: LeftOut[] };

/** Puts what was read together, in the order of the names. */
export function gatherScenarios(read: readonly (WantedFile & { text: string })[]): ReadArchive["scenarios"] {
  const slugs = [...new Set(read.map(({ slug }) => slug))].sort();
  return slugs.map((slug) => ({
    slug,
    files: Object.fromEntries(
      read
        .filter((file) => file.slug === slug)
        .toSorted((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ path, text }) => [path, text]),
    ),
  }));
}
