import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DraftFilesSchema, isDraftPath, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { env } from "#app/env.server.ts";
import { loadLibrary } from "./load-library.server.ts";

/** The files of a scenario that ships, as they are on disk; null for a slug that is not served. */
export async function readShippedFiles(slug: string): Promise<DraftFiles | null> {
  const { scenarios } = await loadLibrary();
  if (!scenarios.some(({ scenario }) => scenario.slug === slug)) return null;
  const root = join(env().scenariosDir, slug);
  const inside = async (folder: string) =>
    (await readdir(join(root, folder)).catch(() => [])).map((name) => (folder === "" ? name : `${folder}/${name}`));
  const paths = [...(await inside("")), ...(await inside("calibration"))].filter(isDraftPath);
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), "utf8")));
  return DraftFilesSchema.parse(Object.fromEntries(paths.map((path, at) => [path, texts[at] ?? ""])));
}
