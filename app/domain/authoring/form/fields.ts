/** The table of all fields, and how a place in a draft is found in it. */
import { descriptionFields } from "./description-fields.ts";
import type { Field } from "./field.ts";
import type { FieldPlace, FormValue } from "./form-value.ts";
import { answerName } from "../draft.ts";
import { answerFields, hintFields, rubricFields } from "./rubric-fields.ts";

const fields: readonly Field[] = [...descriptionFields, ...rubricFields, ...hintFields, ...answerFields];

function keyOf(file: string, path: string): string {
  return `${file} ${path}`;
}

const byPlace = new Map(fields.map((field) => [keyOf(field.file, field.path), field]));

const chosenName = "[a-z0-9]+(?:-[a-z0-9]+)*";
const mostPlaces = 1_000;

/** `criteria[0].levels.3` as the table writes it; an item of a list of texts is `[]` after its list's path. */
function patternOf(place: FieldPlace): { file: string; path: string } | null {
  if ([...place.path.matchAll(/\[(\d+)\]/g)].some(([, at]) => Number(at) >= mostPlaces)) return null;
  const path = place.path.replaceAll(/\[\d+\]/g, "[]");
  if (answerName(place.file) !== null) {
    return { file: "calibration", path: path.replace(new RegExp(`^verdicts\\.${chosenName}$`), "verdicts.*") };
  }
  if (place.file === "hints.yaml") return { file: place.file, path: path.replace(new RegExp(`^${chosenName}`), "*") };
  return { file: place.file, path };
}

/** An item of a list of texts is filled in as one of them. */
function itemField(list: Field | undefined): Field | null {
  if (list?.kind !== "list") return null;
  return { ...list, path: `${list.path}[]`, kind: list.choices ? "choice" : "long text", required: true };
}

/** The field at a place; null where the place names none. */
export function findField(place: FieldPlace): Field | null {
  const pattern = patternOf(place);
  if (!pattern) return null;
  const { file, path } = pattern;
  const own = byPlace.get(keyOf(file, path));
  return own ?? (path.endsWith("[]") ? itemField(byPlace.get(keyOf(file, path.slice(0, -2)))) : null);
}

/** The same for a place that is known to be one, such as those of the form. */
export function requireField(place: FieldPlace): Field {
  const field = findField(place);
  if (!field) throw new RangeError(`${place.file} has no field ${place.path}.`);
  return field;
}

/** The fields directly inside a list or group of the table, in the order they are written in. */
export function fieldsInside(field: Pick<Field, "file" | "path" | "kind">): Field[] {
  const isOwn = ({ file, path }: Field) =>
    file === field.file && new RegExp(`^${escape(field.path)}(?:\\[\\])?\\.[A-Za-z0-9*]+$`).test(path);
  return fields.filter(isOwn);
}

function escape(path: string): string {
  return path.replaceAll(/[.[\]*]/g, String.raw`\$&`);
}

/** The names of the fields of one mapping in the order they are written in; `path` is a pattern, "" for the whole file. */
export function keyOrder(file: Field["file"], path: string): string[] {
  const prefix = path === "" ? "" : `${path}.`;
  return fields
    .filter((field) => field.file === file && field.path.startsWith(prefix))
    .map((field) => field.path.slice(prefix.length))
    .filter((name) => /^[A-Za-z0-9]+$/.test(name));
}

/** An item as it is added to a list: the fields it must have, empty; a choice begins with its first. */
export function blankItem(field: Field): FormValue {
  if (field.kind === "list") return field.choices?.[0]?.value ?? "";
  const inside = fieldsInside(field).filter(({ required }) => required);
  return Object.fromEntries(
    inside.map((each) => [each.path.slice(each.path.lastIndexOf(".") + 1), blankValue(each)] as const),
  );
}

function blankValue(field: Field): FormValue {
  if (field.kind === "choice") return field.choices?.[0]?.value ?? "";
  if (field.kind === "list") return [""];
  if (field.kind !== "items") return field.kind === "number" ? 1 : "";
  // The levels of a criterion are a group and no list: they have no items of their own.
  const item = blankItem(field);
  return field.path.endsWith(".levels") ? item : [item];
}
