import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LeftOut } from "#app/domain/authoring/archive.ts";
import type { PlannedView } from "#app/domain/authoring/import-plan.ts";
import { asOperator } from "./as-operator.server.ts";
import { listExportable } from "./export-scenarios.server.ts";
import { applyScenarios, type ImportedScenario } from "./import-scenarios.server.ts";
import { planScenarios, viewScenarios } from "./plan-import.server.ts";
import { readFolders } from "./read-folders.server.ts";
import { writeArchive } from "./write-archive.server.ts";

type Refused = { ok: false; message: string };

export type WrittenScenarios = { ok: true; organisation: string; target: string; scenarios: string[] };

/** Writes the drafts of an organisation as folders, or as a zip where the target is named so. Nothing is overwritten. */
export async function writeScenarios({
  handle,
  target,
}: {
  handle: string | null;
  target: string;
}): Promise<WrittenScenarios | Refused> {
  const isZip = target.endsWith(".zip");
  if (!isZip && ((await readdir(target).catch(() => [])) as string[]).length > 0) {
    return { ok: false, message: `${target} holds something already: name an empty folder, or a new one.` };
  }
  const done = await asOperator(handle, async ({ membership }) => ({
    organisation: membership.handle,
    scenarios: await listExportable(membership.organisationId),
  }));
  if (!done.ok) return done;
  const { organisation, scenarios } = done.result;
  if (isZip) {
    const kept = await keepNew(target, await writeArchive(scenarios));
    if (!kept) return { ok: false, message: `${target} cannot be written: name a zip that is not there yet.` };
  } else {
    for (const { slug, files } of scenarios) {
      for (const [path, text] of Object.entries(files)) {
        const kept = await keepNew(join(target, slug, path), Buffer.from(text));
        if (!kept) return { ok: false, message: `${join(target, slug, path)} cannot be written.` };
      }
    }
  }
  return { ok: true, organisation, target, scenarios: scenarios.map(({ slug }) => slug) };
}

async function keepNew(path: string, bytes: Buffer): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

export type TakenScenarios = {
  ok: true;
  organisation: string;
  /** What the import does, or would do. */
  planned: PlannedView[];
  /** Null where nothing was to be done. */
  imported: ImportedScenario[] | null;
  leftOut: LeftOut[];
};

/** Imports scenarios from the disk into drafts of an organisation; `only` says what it would do and does nothing. */
export async function takeScenarios({
  handle,
  source,
  only,
}: {
  handle: string | null;
  source: string;
  only: "look" | null;
}): Promise<TakenScenarios | Refused> {
  const read = await readFolders(source);
  if (!read.ok) return read;
  const done = await asOperator(handle, async ({ viewer, membership }) => {
    const planned = await planScenarios(membership, read.scenarios);
    const views = await viewScenarios(membership, planned);
    // Another name is for a person to choose: here the folder is renamed.
    const chosen = views.filter(({ kind }) => kind !== "taken").map(({ slug }) => ({ slug, name: null }));
    const taken = views.filter(({ kind }) => kind === "taken").map(refuseTaken);
    const imported = only ? null : [...(await applyScenarios(viewer, { membership, planned, chosen })), ...taken];
    return { organisation: membership.handle, planned: views, imported };
  });
  return done.ok ? { ok: true, ...done.result, leftOut: read.leftOut } : done;
}

function refuseTaken({ slug, proposal }: PlannedView): ImportedScenario {
  const message = `${slug} is the name of a scenario that ships. Rename its folder, for example to ${proposal}.`;
  return { slug, outcome: "refused", message };
}
