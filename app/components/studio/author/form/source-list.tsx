import { memo } from "react";
import { requireField } from "#app/domain/authoring/form/fields.ts";
import { FieldNotesList, notesId } from "../reading/field-notes.tsx";
import { useCountInside } from "../reading/use-reading.ts";
import { anchorOf } from "./anchors.ts";
import { useEdit } from "./draft-edit.ts";
import { useTyped } from "./draft-field.tsx";

type SourceListProps = { file: string; path: string; value: readonly string[] };

/** Lines of the sources, written one after the other as in a sentence. */
export const SourceList = memo(function SourceList({ file, path, value }: SourceListProps) {
  const { type } = useEdit();
  const { label, help, required } = requireField({ file, path });
  const typed = useTyped(value.join(", "), (text) => {
    const sources = text.split(/[\s,;]+/).filter(Boolean);
    type({ file, path }, sources.length === 0 && !required ? null : sources);
  });
  const anchor = anchorOf({ file, path });
  return (
    <div className="draft-field">
      <div className="field">
        <div className="draft-field-name">
          <label htmlFor={anchor}>{label}</label>
          {required ? null : <span className="tiny muted">optional</span>}
        </div>
        <input
          id={anchor}
          className="input code"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={useCountInside(anchor) > 0 ? notesId(anchor) : undefined}
          {...typed}
        />
        <p className="hint">{help} Several are parted by commas.</p>
      </div>
      <div>
        <FieldNotesList anchor={anchor} />
        {value.map((_, at) => (
          <FieldNotesList key={at} anchor={`${anchor}[${at}]`} />
        ))}
      </div>
    </div>
  );
});
