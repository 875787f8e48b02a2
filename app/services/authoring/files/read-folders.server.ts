import { lstat, readdir, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { archiveLimits, type LeftOut, type ReadArchive } from "#app/domain/authoring/archive.ts";
import { isDraftPath } from "#app/domain/authoring/draft.ts";
import { SlugSchema } from "#app/domain/scenarios/address.ts";
import { readArchive } from "./read-archive.server.ts";

export type FoldersRead = ({ ok: true } & ReadArchive) | { ok: false; message: string };

class Refusal extends Error {}

/** Scenarios from the disk: a zip, a folder of scenarios, or the folder of one. Links are not followed. */
export async function readFolders(path: string): Promise<FoldersRead> {
  const found = await lstat(path).catch(() => null);
  if (found?.isFile()) {
    if (found.size > archiveLimits.bytes) return { ok: false, message: `${path} is larger than any zip that is read.` };
    return readArchive(await readFile(path));
  }
  if (!found?.isDirectory()) return { ok: false, message: `${path} is neither a folder nor a zip.` };
  try {
    return await readDirectory(resolve(path));
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}

async function readDirectory(root: string): Promise<FoldersRead> {
  const names = await readdir(root);
  const folders = names.includes("scenario.md") ? [root] : names.sort().map((name) => join(root, name));
  const scenarios: ReadArchive["scenarios"] = [];
  const leftOut: LeftOut[] = [];
  for (const folder of folders) {
    const name = basename(folder);
    if (!(await lstat(folder)).isDirectory()) leftOut.push({ name, why: "is no folder" });
    else if (!SlugSchema.safeParse(name).success) leftOut.push({ name, why: "is no name of a scenario" });
    else scenarios.push({ slug: name, files: await readScenarioFolder(folder, leftOut) });
  }
  const held = scenarios.filter(({ files }) => Object.keys(files).length > 0);
  if (held.length === 0) return { ok: false, message: `${root} holds no scenario.` };
  return { ok: true, scenarios: held, leftOut };
}

async function readScenarioFolder(folder: string, leftOut: LeftOut[]): Promise<Record<string, string>> {
  const inside = await readdir(folder, { withFileTypes: true });
  const answers = inside.some((entry) => entry.isDirectory() && entry.name === "calibration")
    ? (await readdir(join(folder, "calibration"), { withFileTypes: true })).map((entry) => ({
        entry,
        path: `calibration/${entry.name}`,
      }))
    : [];
  const files: Record<string, string> = {};
  for (const { entry, path } of [...inside.map((each) => ({ entry: each, path: each.name })), ...answers]) {
    if (entry.isDirectory()) continue;
    if (!entry.isFile() || !isDraftPath(path)) {
      leftOut.push({
        name: `${basename(folder)}/${path}`,
        why: entry.isFile() ? "is no file of a scenario" : "is a link",
      });
    } else files[path] = await readText(join(folder, path));
  }
  return files;
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (bytes.length > archiveLimits.fileBytes) throw new Refusal(`${path} is larger than a file of a scenario may be.`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes("\u0000")) return text;
  } catch {
    // Said below.
  }
  throw new Refusal(`${path} is no text in UTF-8.`);
}
