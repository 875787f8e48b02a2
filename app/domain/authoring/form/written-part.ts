/**
 * Which characters of a draft's file an edit is about: the YAML of the whole file or of its front matter, or the Markdown
 * below it.
 */
import { findFrontMatter } from "../../scenarios/written-file.ts";
import { answerName, descriptionPath, hintsPath, rubricPath, type DraftFiles } from "../draft.ts";

/** Characters `start` to `end` of a file's text. */
export type Part = { text: string; start: number; end: number };

export function isMarkdownFile(file: string): boolean {
  return file === descriptionPath || answerName(file) !== null;
}

/** The field that stands for the Markdown of a file. */
export function bodyField(file: string): "body" | "transcript" {
  return file === descriptionPath ? "body" : "transcript";
}

/** Null where a file has no front matter, or is missing and has to be written first. */
export function yamlPart(files: DraftFiles, file: string): Part | null {
  const text = files[file];
  if (file === hintsPath || file === rubricPath) {
    if (text === undefined && file !== hintsPath) return null;
    return { text: text ?? "", start: 0, end: text?.length ?? 0 };
  }
  if (text === undefined) return null;
  const front = findFrontMatter(text);
  return front ? { text, start: front.start, end: front.end } : null;
}

/** The Markdown without the white space around it. */
export function bodyPart(files: DraftFiles, file: string): Part | null {
  const text = files[file];
  const front = text === undefined ? null : findFrontMatter(text);
  if (text === undefined || !front) return null;
  const body = text.slice(front.bodyStart);
  const start = front.bodyStart + (body.length - body.trimStart().length);
  return { text, start, end: start + body.trim().length };
}

export function contentOf({ text, start, end }: Part): string {
  return text.slice(start, end);
}

export function withContent({ text, start, end }: Part, content: string): string {
  return text.slice(0, start) + content + text.slice(end);
}
