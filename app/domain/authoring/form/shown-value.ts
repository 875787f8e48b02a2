/** A value of a file as its field shows it, and what is typed into a field as the value that is written. */
import type { Field } from "./field.ts";
import type { FormValue } from "./form-value.ts";

/** Browsers send line breaks in their own way. */
export function plainText(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

/** Null for what cannot be shown as one text. */
export function shownText(value: unknown): string | null {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return plainText(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** Null for what cannot be shown as a list of texts. */
export function shownList(value: unknown): string[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const texts = value.map(shownText);
  return texts.every((text) => text !== null) ? texts : null;
}

/** A number only where it reads back as it was typed: 012 stays what somebody wrote. */
function numberOrText(text: string): number | string {
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(text) && String(Number(text)) === text;
  return isNumber ? Number(text) : text;
}

/** What an edit says, in the field's own kind of value; null takes it away, undefined is no value for the field. */
export function typedValue(field: Field, value: FormValue): FormValue | undefined {
  if (value === null) return null;
  if (field.kind === "items") return typeof value === "object" ? value : undefined;
  if (field.kind === "list") return shownList(value) ?? undefined;
  if (field.kind === "yes or no") return value === true || value === "true" || value === "on" ? true : null;
  const text = shownText(value);
  if (text === null) return undefined;
  if (text === "" && !field.required) return null;
  return field.kind === "number" || field.kind === "number or text" ? numberOrText(text) : text;
}

/** Whether a field that holds one value would look the same with the other. */
export function looksTheSame(field: Field, a: unknown, b: unknown): boolean {
  if (field.kind === "yes or no") return (a === true) === (b === true);
  const show = field.kind === "list" ? shownList : shownText;
  const [first, second] = [show(a), show(b)];
  return first !== null && JSON.stringify(first) === JSON.stringify(second);
}
