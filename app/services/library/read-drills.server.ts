import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { drillsFile, parseDrills, type Drill } from "#app/domain/practice/drill.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";

export type ReadDrills = { drills: Drill[]; problems: Problem[] };

let latest: { text: string; read: ReadDrills } | null = null;

/** The drills beside the study pages; without the file there are none. In development it is read at every request. */
export async function readDrills(contentDir: string): Promise<ReadDrills> {
  const text = await readFile(join(contentDir, drillsFile), "utf8").catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT" ? "" : null,
  );
  if (text === "") return { drills: [], problems: [] };
  if (text === null) {
    const message = "cannot be read";
    return { drills: [], problems: [{ file: drillsFile, field: "the whole file", message, severity: "error" }] };
  }
  if (latest?.text !== text) latest = { text, read: parseDrills({ file: drillsFile, text }) };
  return latest.read;
}
