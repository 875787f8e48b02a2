import { crc32 } from "node:zlib";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import {
  archiveLimits,
  gatherScenarios,
  judgeArchive,
  shownName,
  tooLargeArchive,
  tooLargeFile,
  tooManyEntries,
  type ArchiveEntry,
  type ReadArchive,
  type WantedFile,
} from "#app/domain/authoring/archive.ts";

export type ArchiveRead = ({ ok: true } & ReadArchive) | { ok: false; message: string };

/** Ends the reading; the message is for the person who sent the zip. */
class Refusal extends Error {}

const damaged = "The file is no zip, or a part of it is missing. Export or pack it again.";

/**
 * Reads a zip of scenarios. Nothing is written anywhere, and nothing is unpacked that the archive's directory gives a
 * reason to refuse; while unpacking, bytes are counted, whatever sizes the directory names.
 */
export async function readArchive(bytes: Buffer): Promise<ArchiveRead> {
  if (bytes.length > archiveLimits.bytes) {
    return { ok: false, message: `The zip is larger than ${archiveLimits.bytes / 1_048_576} MB.` };
  }
  try {
    return { ok: true, ...(await read(bytes)) };
  } catch (error) {
    // The reader's own errors are about bytes and offsets: what it means for a person is always the same.
    return { ok: false, message: error instanceof Refusal ? error.message : damaged };
  }
}

async function read(bytes: Buffer): Promise<ReadArchive> {
  // Names are decoded here, strictly: the reader would guess at what is not UTF-8.
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false, autoClose: false });
  try {
    if (zip.entryCount > archiveLimits.entries) throw new Refusal(tooManyEntries(zip.entryCount));
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    const judged = judgeArchive(entries.map(describe));
    if (!judged.ok) throw new Refusal(judged.message);
    const texts: (WantedFile & { text: string })[] = [];
    const budget = { left: archiveLimits.allBytes as number };
    for (const wanted of judged.wanted) {
      const entry = entries[wanted.at];
      if (entry) texts.push({ ...wanted, text: await readText({ zip, entry, name: wanted.name, budget }) });
    }
    return { scenarios: gatherScenarios(texts), leftOut: judged.leftOut };
  } finally {
    zip.close();
  }
}

function describe(entry: Entry): ArchiveEntry {
  return {
    name: decode(entry.fileNameRaw),
    sizeBytes: entry.uncompressedSize,
    isEncrypted: entry.isEncrypted(),
    unixMode: entry.externalFileAttributes >>> 16,
    method: entry.compressionMethod,
  };
}

/** Exactly the text of these bytes, a byte order mark included; null where they are not UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

type Reading = { zip: ZipFile; entry: Entry; name: string; budget: { left: number } };

async function readText({ zip, entry, name, budget }: Reading): Promise<string> {
  // A program that goes by the names in front of the files would unpack another file than one that goes by the directory.
  const header = await zip.readLocalFileHeaderPromise(entry);
  if (!header.fileName.equals(entry.fileNameRaw)) throw new Refusal(`${shownName(name)} has two names in the zip.`);
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const piece = Buffer.from(chunk as Uint8Array);
    size += piece.length;
    budget.left -= piece.length;
    if (size > archiveLimits.fileBytes) throw new Refusal(tooLargeFile(name));
    if (budget.left < 0) throw new Refusal(tooLargeArchive);
    chunks.push(piece);
  }
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw new Refusal(`${shownName(name)} was damaged on its way: pack it again.`);
  const text = decode(bytes);
  if (text === null)
    throw new Refusal(`${shownName(name)} is not written in UTF-8: save it as UTF-8 and pack it again.`);
  if (text.includes("\u0000")) throw new Refusal(`${shownName(name)} holds a character that no text has (U+0000).`);
  return text;
}
