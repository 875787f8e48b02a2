import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { answerName, DraftFilesSchema, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { readDraft } from "#app/domain/authoring/read-draft.ts";
import type { VersionChange } from "#app/domain/authoring/version-change.ts";
import { differenceOf } from "#app/domain/authoring/version-difference.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { sectionsFor } from "#app/services/library/material/sections-for.server.ts";
import { findAuthored, type FoundAuthored, type WantedAuthored } from "./find-authored.server.ts";

/** One side of a comparison: a version by its number, or the draft. */
export type ComparedVersion = number | "draft";

export type DifferenceView = {
  from: ComparedVersion;
  to: ComparedVersion;
  /** Null where the draft cannot be read. */
  changes: VersionChange[] | null;
  /** Sample answers, which no candidate sees. */
  answers: { name: string; kind: "added" | "removed" | "changed" }[];
};

type Side = { scenario: Scenario | null; files: DraftFiles };

async function readSide({ authored, address }: FoundAuthored, which: ComparedVersion): Promise<Side | null> {
  if (which === "draft") {
    const sections = await sectionsFor(authored.organisationId);
    return { scenario: readDraft(address, authored.files, { sections }).scenario, files: authored.files };
  }
  const version = await db().publishedVersion.findUnique({
    where: { scenarioId_number: { scenarioId: authored.id, number: which } },
    include: { version: true },
  });
  return version && { scenario: readVersion(version.version), files: DraftFilesSchema.parse(version.files) };
}

function changedAnswers(before: DraftFiles, after: DraftFiles): DifferenceView["answers"] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((path) => {
    const name = answerName(path);
    if (name === null || before[path] === after[path]) return [];
    const kind = before[path] === undefined ? "added" : after[path] === undefined ? "removed" : "changed";
    return [{ name, kind } as const];
  });
}

/** What changed between two versions, or between one and the draft. Null where there is no such version. */
export async function getDifference(
  viewer: Viewer,
  { from, to, ...wanted }: WantedAuthored & { from: ComparedVersion; to: ComparedVersion },
): Promise<DifferenceView | null> {
  const found = await findAuthored(viewer, { ...wanted, action: "see_studio" });
  if (!found) return null;
  const [before, after] = await Promise.all([readSide(found, from), readSide(found, to)]);
  if (!before || !after) return null;
  return {
    from,
    to,
    changes: before.scenario && after.scenario ? differenceOf(before.scenario, after.scenario) : null,
    answers: changedAnswers(before.files, after.files),
  };
}
