import { memo, useState, type ChangeEvent, type KeyboardEvent, type ReactNode } from "react";
import type { Field } from "#app/domain/authoring/form/field.ts";
import { requireField } from "#app/domain/authoring/form/fields.ts";
import { setField } from "#app/domain/authoring/form/set-field.ts";
import { FieldNotesList, notesId } from "../reading/field-notes.tsx";
import { useNotes } from "../reading/use-reading.ts";
import { anchorOf } from "./anchors.ts";
import { useEdit } from "./draft-edit.ts";

type DraftFieldProps = {
  file: string;
  path: string;
  value: string;
  /** Another name than the table's, as for the third of three. */
  label?: string;
  /** What the value comes to, beside the label. */
  aside?: ReactNode;
  /** What stands below the control, as the name of what was chosen. */
  below?: ReactNode;
  /** A list of what may be typed. */
  suggestions?: string;
  hasHelp?: boolean;
};

/** One field of the form: its name, its control, what it is for, and what is said about it. */
export const DraftField = memo(function DraftField(props: DraftFieldProps) {
  const { file, path, label, aside, below, hasHelp = true } = props;
  const field = requireField({ file, path });
  const anchor = anchorOf({ file, path });
  const helpId = `${anchor}-help`;
  return (
    <div className="draft-field">
      <div className="field">
        <div className="draft-field-name">
          <label htmlFor={anchor}>{label ?? field.label}</label>
          {field.required ? null : <span className="tiny muted">optional</span>}
          {aside ? <span className="draft-field-aside num">{aside}</span> : null}
        </div>
        <Control {...props} field={field} anchor={anchor} helpId={hasHelp ? helpId : null} />
        {below}
        {hasHelp ? (
          <p className="hint" id={helpId}>
            {field.help}
          </p>
        ) : null}
      </div>
      <FieldNotesList anchor={anchor} />
    </div>
  );
});

type ControlProps = DraftFieldProps & { field: Field; anchor: string; helpId: string | null };

function Control(props: ControlProps) {
  return props.field.choices ? <ChoiceControl {...props} /> : <TextControl {...props} />;
}

/** What ties a control to its help and to what is said about it. */
function useDescription(anchor: string, helpId: string | null) {
  const { problems, findings } = useNotes(anchor);
  const isSaid = problems.length + findings.length > 0;
  return {
    "aria-describedby": [helpId, isSaid ? notesId(anchor) : null].filter(Boolean).join(" ") || undefined,
    "aria-invalid": problems.some(({ severity }) => severity === "error") || undefined,
  };
}

function ChoiceControl({ file, path, value, field, anchor, helpId }: ControlProps) {
  const { change } = useEdit();
  const choices = field.choices ?? [];
  const isKnown = value === "" || choices.some((choice) => choice.value === value);
  return (
    <select
      id={anchor}
      className="input"
      value={value}
      onChange={({ target }) => change((files) => setField(files, { file, path, value: target.value || null }))}
      {...useDescription(anchor, helpId)}
    >
      {field.required && value !== "" ? null : <option value="">{field.required ? "Choose one" : "None"}</option>}
      {isKnown ? null : <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** What is typed stays as it was typed until the field is left, whatever it is read as meanwhile. */
export function useTyped(value: string, write: (text: string) => void) {
  const { flush } = useEdit();
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? value,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(target.value);
      write(target.value);
    },
    onBlur: () => {
      flush();
      setTyped(null);
    },
  };
}

function TextControl({ file, path, value, field, anchor, helpId, suggestions }: ControlProps) {
  const { type } = useEdit();
  const typed = useTyped(value, (text) => type({ file, path }, text === "" && !field.required ? null : text));
  const shared = { id: anchor, className: "input", ...typed, ...useDescription(anchor, helpId) };
  if (!isShort(field)) {
    const isOneLine = field.kind === "text";
    return <textarea {...shared} rows={rowsOf(typed.value)} onKeyDown={isOneLine ? refuseNewLine : undefined} />;
  }
  return (
    <input
      {...shared}
      data-kind={field.kind}
      inputMode={field.kind === "number" ? "decimal" : undefined}
      list={suggestions}
      autoComplete="off"
      spellCheck={!field.path.endsWith("id")}
    />
  );
}

/** Names and amounts take a line; whatever is said takes as many as it needs. */
function isShort({ kind, path }: Field): boolean {
  if (kind === "long text" || kind === "markdown") return false;
  return kind !== "text" || /(?:^|\.)(?:id|label|unit|study|title|author|drafted)$/.test(path);
}

function refuseNewLine(event: KeyboardEvent): void {
  if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
}

/** Where a browser cannot fit a field to its text. */
export function rowsOf(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 75)), 0);
  return Math.min(14, Math.max(2, lines));
}
