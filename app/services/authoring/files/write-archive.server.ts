import { ZipFile } from "yazl";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";

/** The first time a zip can hold. What was exported twice is the same to the byte, so it can be compared. */
const mtime = new Date("1980-01-01T00:00:00Z");
const options = { mtime, mode: 0o100644, forceDosTimestamp: true, compress: true };

/** Scenarios as a zip of folders, one a scenario, with exactly the texts that are given. */
export async function writeArchive(scenarios: readonly { slug: string; files: DraftFiles }[]): Promise<Buffer> {
  const zip = new ZipFile();
  const named = scenarios.flatMap(({ slug, files }) =>
    Object.entries(files).map(([path, text]) => [`${slug}/${path}`, text] as const),
  );
  for (const [name, text] of named.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    zip.addBuffer(Buffer.from(text, "utf8"), name, options);
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
