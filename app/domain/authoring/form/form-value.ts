/**
 * What a field of the form holds and what an edit of it says. `null` takes the field away; a text for a field of numbers
 * is written as the number where it is one, and as it was typed where it is not, so that the problem shows at the field.
 */
export type FormValue = string | number | boolean | null | readonly FormValue[] | { readonly [key: string]: FormValue };

/** A field of a draft: its file, and the way to it as problems write it, `criteria[0].checks[2].points`. */
export type FieldPlace = { file: string; path: string };
