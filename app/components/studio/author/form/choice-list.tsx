import { memo } from "react";
import { requireField } from "#app/domain/authoring/form/fields.ts";
import { setField } from "#app/domain/authoring/form/set-field.ts";
import { FieldNotesList } from "../reading/field-notes.tsx";
import { anchorOf } from "./anchors.ts";
import { useEdit } from "./draft-edit.ts";

type ChoiceListProps = { file: string; path: string; value: readonly string[] };

/** Several of a few: the chosen ones are written in the order of the choices. */
export const ChoiceList = memo(function ChoiceList({ file, path, value }: ChoiceListProps) {
  const { change } = useEdit();
  const { label, help, choices = [] } = requireField({ file, path });
  const anchor = anchorOf({ file, path });
  const toggle = (chosen: string, isChosen: boolean) => {
    const next = choices
      .map((each) => each.value)
      .filter((each) => (each === chosen ? isChosen : value.includes(each)));
    change((files) => setField(files, { file, path, value: next }));
  };
  return (
    <div className="draft-field">
      <fieldset className="choice-list" id={anchor} tabIndex={-1}>
        <legend>{label}</legend>
        <div>
          {choices.map((choice) => (
            <label key={choice.value} className="choice">
              <input
                type="checkbox"
                checked={value.includes(choice.value)}
                onChange={({ target }) => toggle(choice.value, target.checked)}
              />
              {choice.label}
            </label>
          ))}
        </div>
        <p className="hint">{help}</p>
      </fieldset>
      <FieldNotesList anchor={anchor} />
    </div>
  );
});
