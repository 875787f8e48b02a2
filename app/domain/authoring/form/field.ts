/**
 * What a field of a scenario's files is: its place, what it is called, what it is for, and how it is filled in. `path`
 * writes the places of lists as `[]` and names that authors choose as `*`: `criteria[].checks[].points`, `verdicts.*`.
 */
export type FieldKind =
  | "text"
  | "long text"
  | "markdown"
  | "number"
  | "number or text"
  | "choice"
  | "yes or no"
  | "source"
  | "list"
  | "items";

export type Choice = { value: string; label: string };

/** An optional field that is emptied is taken out of the file. `calibration` stands for every labelled answer's file. */
export type Field = {
  file: "scenario.md" | "rubric.yaml" | "hints.yaml" | "calibration";
  path: string;
  label: string;
  help: string;
  kind: FieldKind;
  required: boolean;
  choices?: readonly Choice[];
};

/** One row of the table before it is named in full. */
export type FieldRow = readonly [path: string, kind: FieldKind, label: string, help: string, more?: Partial<Field>];

export function fieldsOf(file: Field["file"], rows: readonly FieldRow[]): Field[] {
  return rows.map(([path, kind, label, help, more]) => ({ file, path, kind, label, help, required: true, ...more }));
}

export const optional = { required: false } as const;

export function choicesOf<T extends string>(values: readonly T[], nameOf: (value: T) => string): readonly Choice[] {
  return values.map((value) => ({ value, label: nameOf(value) }));
}
