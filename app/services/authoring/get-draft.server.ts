import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { LintFinding } from "#app/domain/authoring/lint/lint-finding.ts";
import { lintRubric } from "#app/domain/authoring/lint/lint-rubric.ts";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import { readDraft } from "#app/domain/authoring/read-draft.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { findAuthored } from "./find-authored.server.ts";
import { findName } from "./list-names.server.ts";
import { listStudySections, type StudySectionChoice } from "./list-study-sections.server.ts";

/** A draft as its authors work on it. */
export type DraftView = {
  organisation: { handle: string; name: string };
  slug: string;
  address: string;
  /** As lists say it: the newest title that could be read. */
  title: string;
  files: DraftFiles;
  revision: number;
  editedAt: string;
  editedBy: string | null;
  isArchived: boolean;
  sections: StudySectionChoice[];
  problems: Problem[];
  findings: LintFinding[];
};

/** Null for whoever may not write there, and where there is no such scenario. */
export async function getDraft(
  viewer: Viewer,
  { organisation, slug }: { organisation: string; slug: string },
): Promise<DraftView | null> {
  const found = await findAuthored(viewer, { organisation, slug, action: "write_scenario" });
  if (!found) return null;
  const { authored, membership, address } = found;
  const [sections, editedBy] = await Promise.all([
    listStudySections(membership.organisationId),
    findName(authored.editedById),
  ]);
  const known = new Set(sections.map(({ reference }) => reference));
  const { scenario, calibration, problems } = readDraft(address, authored.files, { sections: known });
  return {
    organisation: { handle: membership.handle, name: membership.name },
    slug,
    address,
    title: authored.title,
    files: authored.files,
    revision: authored.revision,
    editedAt: authored.editedAt.toISOString(),
    editedBy,
    isArchived: authored.archivedAt !== null,
    sections,
    problems,
    findings: scenario ? lintRubric({ scenario, calibration, sections: known }) : [],
  };
}
