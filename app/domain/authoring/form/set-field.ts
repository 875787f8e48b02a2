/**
 * An edit of one field: the text of its file changes in the field's own lines and nowhere else, so that comments, quotes
 * and the order an author chose stay.
 */
import { descriptionPath, type DraftFiles } from "../draft.ts";
import { setValue } from "../yaml-text/edit-yaml.ts";
import { parsePath, valueAt, type YamlPath } from "../yaml-text/yaml-path.ts";
import { readSource } from "../yaml-text/yaml-source.ts";
import type { Field } from "./field.ts";
import { findField, keyOrder } from "./fields.ts";
import type { FieldPlace, FormValue } from "./form-value.ts";
import { looksTheSame, plainText, shownText, typedValue } from "./shown-value.ts";
import { bodyField, bodyPart, contentOf, isMarkdownFile, withContent, yamlPart } from "./written-part.ts";

/** A place that names no field changes nothing, nor does a value that looks as the one that is there. */
export function setField(files: DraftFiles, { file, path, value }: FieldPlace & { value: FormValue }): DraftFiles {
  const field = findField({ file, path });
  if (!field) return files;
  if (isMarkdownFile(file) && path === bodyField(file)) return setBody(files, file, shownText(value) ?? "");
  const way = parsePath(path);
  const part = yamlPart(files, file);
  const source = part && readSource(contentOf(part));
  if (!way || !part || !source) return files;
  const typed = typedValue(field, value);
  if (typed === undefined || looksTheSame(field, valueAt(source.value, way), typed)) return files;
  const order = orderBeside(field, way);
  const edited = setValue(contentOf(part), { path: way, value: typed, order });
  return edited === contentOf(part) ? files : { ...files, [file]: withContent(part, edited) };
}

/** The names beside the new one, which may be the outer one where that is missing too. */
function orderBeside({ file, path }: Field, way: YamlPath): string[] {
  const own = keyOrder(file, path.slice(0, Math.max(0, path.lastIndexOf("."))));
  return way.length > 1 ? [...new Set([...own, ...keyOrder(file, "")])] : own;
}

/** The Markdown below the front matter; the white space around it stays. */
function setBody(files: DraftFiles, file: string, value: string): DraftFiles {
  const part = bodyPart(files, file);
  const body = plainText(value).trim();
  if (!part || plainText(contentOf(part)) === body) return files;
  const { text, start } = part;
  const written = text.includes("\r\n") ? body.replaceAll("\n", "\r\n") : body;
  const gap = contentOf(part) === "" && start > 0 ? gapBefore(file, text) : "";
  return { ...files, [file]: withContent(part, gap + written + (gap === "" ? "" : "\n")) };
}

/** What stands between the front matter and a body that was not there before. */
function gapBefore(file: string, text: string): string {
  const isOpen = !text.endsWith("\n");
  return (isOpen ? "\n" : "") + (file === descriptionPath ? "\n" : "");
}
