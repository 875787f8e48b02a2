/**
 * A scenario while it is being written: the text of each of its files by path, as they would stand in its folder. The form
 * of the studio and the text views are both views of these texts; nothing else is kept of a draft.
 */
import { z } from "zod";
import { skeletonDescription, skeletonRubric } from "./skeleton.ts";

export const descriptionPath = "scenario.md";
export const rubricPath = "rubric.yaml";
export const hintsPath = "hints.yaml";

const calibrationPath = /^calibration\/[a-z0-9]+(?:-[a-z0-9]+)*\.md$/;
const longestPath = 100;

export const mostFileCharacters = 400_000;
const mostFiles = 60;
const mostCharacters = 2_000_000;

/** Whether a draft may hold a file of this path. */
export function isDraftPath(path: string): boolean {
  if (path.length > longestPath) return false;
  return [descriptionPath, rubricPath, hintsPath].includes(path) || calibrationPath.test(path);
}

/** `calibration/strong.md` of `strong`. */
export function answerPath(name: string): string {
  return `calibration/${name}.md`;
}

/** `strong` of `calibration/strong.md`; null for every other file. */
export function answerName(path: string): string | null {
  return calibrationPath.test(path) ? path.slice("calibration/".length, -".md".length) : null;
}

const whichPaths = "may only be scenario.md, rubric.yaml, hints.yaml or calibration/<name>.md";

export const DraftFilesSchema = z
  .record(z.string(), z.string().max(mostFileCharacters, `may have at most ${mostFileCharacters} characters`))
  .superRefine((files, context) => {
    const refuse = (message: string, path: string[] = []) => context.addIssue({ code: "custom", message, path });
    const entries = Object.entries(files);
    for (const [path] of entries) if (!isDraftPath(path)) refuse(whichPaths, [path]);
    if (entries.length > mostFiles) refuse(`a scenario may have at most ${mostFiles} files`);
    const characters = entries.reduce((sum, [, text]) => sum + text.length, 0);
    if (characters > mostCharacters) refuse(`all files together may have at most ${mostCharacters} characters`);
  });

export type DraftFiles = z.infer<typeof DraftFilesSchema>;

/** The files as they are read, in the order of their paths. */
export function writtenFiles(files: DraftFiles): { file: string; text: string }[] {
  return Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([file, text]) => ({ file, text }));
}

/** The files of a new scenario: they read without error, and their words say what belongs in their places. */
export function newDraft({ title }: { title: string }): DraftFiles {
  return {
    [descriptionPath]: skeletonDescription(JSON.stringify(title)),
    [rubricPath]: skeletonRubric,
  };
}
