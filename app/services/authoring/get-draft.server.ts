import { isDeepStrictEqual } from "node:util";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import type { LintFinding } from "#app/domain/authoring/lint/lint-finding.ts";
import { lintRubric } from "#app/domain/authoring/lint/lint-rubric.ts";
import { readDraft } from "#app/domain/authoring/read-draft.ts";
import { authoredState, type AuthoredState } from "#app/domain/authoring/states.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { readFrontMatter } from "#app/domain/scenarios/written-file.ts";
import { db } from "#app/db/client.server.ts";
import { checkDiagrams } from "#app/services/library/check-diagrams.server.ts";
import { renderMarkdown, type MarkdownBlock } from "#app/services/library/render-markdown.server.ts";
import { findAuthored, type Authored, type WantedAuthored } from "./find-authored.server.ts";
import { findName } from "./list-names.server.ts";
import { listStudySections, type StudySectionChoice } from "./list-study-sections.server.ts";

/** A draft as its authors work on it. */
export type DraftView = {
  organisation: { handle: string; name: string };
  slug: string;
  address: string;
  /** As lists say it: the newest title that could be read. */
  title: string;
  state: AuthoredState;
  files: DraftFiles;
  revision: number;
  editedAt: string;
  editedBy: string | null;
  sections: StudySectionChoice[];
  problems: Problem[];
  /** Those of drawings, which only the server finds. */
  drawn: Problem[];
  findings: LintFinding[];
  /** The brief as candidates see it, and the Markdown it is of. */
  brief: { markdown: string; blocks: MarkdownBlock[] };
};

async function stateOf({ id, archivedAt, files }: Authored): Promise<AuthoredState> {
  const newest = await db().publishedVersion.findFirst({
    where: { scenarioId: id },
    select: { number: true, files: true },
    orderBy: { number: "desc" },
  });
  return authoredState({
    archived: archivedAt !== null,
    newest: newest?.number ?? null,
    isAsPublished: newest !== null && isDeepStrictEqual(newest.files, files),
  });
}

async function briefOf(files: DraftFiles): Promise<DraftView["brief"]> {
  const { body } = readFrontMatter({ file: "scenario.md", text: files["scenario.md"] ?? "" });
  return { markdown: body, blocks: await renderMarkdown(body) };
}

/** Null for whoever may not write there, and where there is no such scenario. */
export async function getDraft(viewer: Viewer, wanted: WantedAuthored): Promise<DraftView | null> {
  const found = await findAuthored(viewer, { ...wanted, action: "write_scenario" });
  if (!found) return null;
  const { authored, membership, address } = found;
  const { slug, title, files, revision, editedAt } = authored;
  const [state, sections, editedBy, brief] = await Promise.all([
    stateOf(authored),
    listStudySections(membership.organisationId),
    findName(authored.editedById),
    briefOf(files),
  ]);
  const known = new Set(sections.map(({ reference }) => reference));
  const { scenario, calibration, diagrams, problems } = readDraft(address, files, { sections: known });
  return {
    organisation: { handle: membership.handle, name: membership.name },
    slug,
    address,
    title,
    state,
    files,
    revision,
    editedAt: editedAt.toISOString(),
    editedBy,
    sections,
    problems,
    drawn: await checkDiagrams("scenario.md", diagrams),
    findings: scenario ? lintRubric({ scenario, calibration, sections: known }) : [],
    brief,
  };
}
