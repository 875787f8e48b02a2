/**
 * What an import would do to the scenarios of an organisation, worked out before it does anything: which are new, which
 * drafts would change and how, and which names are taken.
 */
import type { Problem } from "../scenarios/problem.ts";
import type { Scenario } from "../scenarios/schema.ts";
import { DraftFilesSchema, type DraftFiles } from "./draft.ts";
import { readDraft } from "./read-draft.ts";
import { freeSlug } from "./scenario-slug.ts";
import type { VersionChange } from "./version-change.ts";
import { differenceOf } from "./version-difference.ts";

/** A scenario of the zip, and the revision of the draft it was held against; null where there was none. */
export type PlannedScenario = { slug: string; files: DraftFiles; revision: number | null };

/** Lines that are only in the new text or only in the old one; a line that merely moved is neither. */
export type FileChange = { path: string; kind: "added" | "removed" | "changed"; added: number; removed: number };

export type PlannedView = {
  slug: string;
  title: string;
  /** `taken`: what ships has the name; `refused`: the files cannot be kept as a draft. */
  kind: "new" | "changes" | "same" | "taken" | "refused";
  /** A name that is free, where this one is taken. */
  proposal: string | null;
  refusal: string | null;
  files: FileChange[];
  /** What changes in the scenario itself, where both can be read. */
  changes: VersionChange[];
  problems: Problem[];
};

function lineCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  if (text === "") return counts;
  for (const line of text.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function onlyIn(one: Map<string, number>, other: Map<string, number>): number {
  let count = 0;
  for (const [line, times] of one) count += Math.max(0, times - (other.get(line) ?? 0));
  return count;
}

/** The files that differ, in the order of their paths. */
export function fileChanges(before: DraftFiles, after: DraftFiles): FileChange[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((path): FileChange[] => {
    const [old, text] = [before[path], after[path]];
    if (old === text) return [];
    const [was, is] = [lineCounts(old ?? ""), lineCounts(text ?? "")];
    const kind = old === undefined ? "added" : text === undefined ? "removed" : "changed";
    return [{ path, kind, added: onlyIn(is, was), removed: onlyIn(was, is) }];
  });
}

export type PlanSurroundings = {
  handle: string;
  /** The drafts of the organisation by slug. */
  drafts: ReadonlyMap<string, DraftFiles>;
  /** Names that what ships keeps to itself. */
  shipped: ReadonlySet<string>;
  /** `page#section` of every study page the organisation has. */
  sections: ReadonlySet<string>;
};

function titleOf(scenario: Scenario | null, slug: string): string {
  return scenario?.title ?? slug;
}

/** What one scenario of the zip would become. */
export function viewPlanned({ slug, files }: PlannedScenario, surroundings: PlanSurroundings): PlannedView {
  const { handle, drafts, shipped, sections } = surroundings;
  const draft = drafts.get(slug) ?? null;
  const held = DraftFilesSchema.safeParse(files);
  const nothing = { slug, title: slug, proposal: null, refusal: null, files: [], changes: [], problems: [] };
  if (!held.success) {
    const [issue] = held.error.issues;
    return { ...nothing, kind: "refused", refusal: [issue?.path[0], issue?.message].filter(Boolean).join(" ") };
  }
  const address = `${handle}.${slug}`;
  const read = readDraft(address, files, { sections });
  const view = { ...nothing, title: titleOf(read.scenario, slug), problems: read.problems };
  if (draft === null) {
    if (!shipped.has(slug)) return { ...view, kind: "new", files: fileChanges({}, files) };
    const proposal = freeSlug(slug, new Set([...shipped, ...drafts.keys()]));
    return { ...view, kind: "taken", proposal, files: fileChanges({}, files) };
  }
  const changed = fileChanges(draft, files);
  if (changed.length === 0) return { ...view, kind: "same" };
  const before = readDraft(address, draft, { sections }).scenario;
  const changes = before && read.scenario ? differenceOf(before, read.scenario) : [];
  return { ...view, kind: "changes", files: changed, changes };
}
