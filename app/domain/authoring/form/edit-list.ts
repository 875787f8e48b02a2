/** Edits of the lists of a draft: facts, criteria, checks, phrasings. Only the item's own lines change. */
import type { DraftFiles } from "../draft.ts";
import { insertItemAt, moveItemAt, removeItemAt } from "../yaml-text/edit-yaml.ts";
import { parsePath, type YamlPath } from "../yaml-text/yaml-path.ts";
import type { Field } from "./field.ts";
import { blankItem, findField, keyOrder } from "./fields.ts";
import type { FieldPlace, FormValue } from "./form-value.ts";
import { contentOf, withContent, yamlPart } from "./written-part.ts";

function editList(
  files: DraftFiles,
  { file, path }: FieldPlace,
  edit: (text: string, way: YamlPath, list: Field) => string,
): DraftFiles {
  const list = findField({ file, path });
  const way = parsePath(path);
  const part = yamlPart(files, file);
  if (!way || !part || (list?.kind !== "items" && list?.kind !== "list")) return files;
  const text = contentOf(part);
  const edited = edit(text, way, list);
  return edited === text ? files : { ...files, [file]: withContent(part, edited) };
}

/**
 * `path` is the list's. The item stands at place `at` afterwards, at the end without it; without an item there is one to
 * fill in.
 */
export function insertItem(
  files: DraftFiles,
  { item, at = Number.MAX_SAFE_INTEGER, ...place }: FieldPlace & { item?: FormValue; at?: number },
): DraftFiles {
  return editList(files, place, (text, path, list) => {
    const order = keyOrder(list.file, list.path.slice(0, Math.max(0, list.path.lastIndexOf("."))));
    return insertItemAt(text, { path, at, item: item ?? blankItem(list), order });
  });
}

export function removeItem(files: DraftFiles, { at, ...place }: FieldPlace & { at: number }): DraftFiles {
  return editList(files, place, (text, path) => removeItemAt(text, { path, at }));
}

/** The item at `at` stands at `to` afterwards. */
export function moveItem(files: DraftFiles, { at, to, ...place }: FieldPlace & { at: number; to: number }): DraftFiles {
  return editList(files, place, (text, path) => moveItemAt(text, { path, at, to }));
}
