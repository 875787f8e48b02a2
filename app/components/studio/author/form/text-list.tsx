import { Plus, X } from "lucide-react";
import { memo, useId, useRef } from "react";
import { insertItem, removeItem } from "#app/domain/authoring/form/edit-list.ts";
import { requireField } from "#app/domain/authoring/form/fields.ts";
import { FieldNotesList, notesId } from "../reading/field-notes.tsx";
import { useNotes } from "../reading/use-reading.ts";
import { anchorOf } from "./anchors.ts";
import { useEdit } from "./draft-edit.ts";
import { rowsOf, useTyped } from "./draft-field.tsx";

type TextListProps = {
  file: string;
  path: string;
  value: readonly string[];
  /** What one of them is, as "phrasing". */
  one: string;
};

/** A list of sentences, as the ways somebody may say a thing: each in a field of its own. */
export const TextList = memo(function TextList({ file, path, value, one }: TextListProps) {
  const { change } = useEdit();
  const group = useRef<HTMLFieldSetElement>(null);
  const helpId = useId();
  const { label, help, required } = requireField({ file, path });
  const anchor = anchorOf({ file, path });
  const focus = (at: number) => setTimeout(() => group.current?.querySelectorAll("textarea")[at]?.focus());
  const add = () => {
    change((files) => insertItem(files, { file, path, item: "" }));
    focus(value.length);
  };
  const remove = (at: number) => {
    change((files) => removeItem(files, { file, path, at }));
    focus(Math.max(0, at - 1));
  };
  return (
    <fieldset className="text-list" ref={group} id={anchor} tabIndex={-1} aria-describedby={helpId}>
      <div className="draft-field">
        <legend>
          {label}{" "}
          <span className="tiny muted">{required ? count(value.length) : `optional, ${count(value.length)}`}</span>
        </legend>
        <FieldNotesList anchor={anchor} />
      </div>
      <p className="hint" id={helpId}>
        {help}
      </p>
      <ul>
        {value.map((text, at) => (
          <Line
            key={at}
            {...{ file, path: `${path}[${at}]`, text, name: `${label}, ${one} ${at + 1}` }}
            onRemove={() => remove(at)}
          />
        ))}
      </ul>
      <button type="button" className="btn bare draft-add" onClick={add}>
        <Plus aria-hidden="true" /> Add a {one}
      </button>
    </fieldset>
  );
});

const count = (length: number) => (length === 0 ? "none yet" : `${length}`);

type LineProps = { file: string; path: string; text: string; name: string; onRemove: () => void };

function Line({ file, path, text, name, onRemove }: LineProps) {
  const { type } = useEdit();
  const typed = useTyped(text, (value) => type({ file, path }, value));
  const anchor = anchorOf({ file, path });
  const { problems, findings } = useNotes(anchor);
  return (
    <li className="draft-field">
      <div className="text-list-line">
        <textarea
          id={anchor}
          className="input"
          aria-label={name}
          aria-describedby={problems.length + findings.length > 0 ? notesId(anchor) : undefined}
          aria-invalid={problems.length > 0 || undefined}
          rows={Math.max(1, rowsOf(typed.value) - 1)}
          {...typed}
        />
        <button type="button" className="btn bare" aria-label={`Remove ${name}`} onClick={onRemove}>
          <X aria-hidden="true" />
        </button>
      </div>
      <FieldNotesList anchor={anchor} />
    </li>
  );
}
