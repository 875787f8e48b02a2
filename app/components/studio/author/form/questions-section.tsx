import { Plus } from "lucide-react";
import { memo } from "react";
import { blankItem, requireField } from "#app/domain/authoring/form/fields.ts";
import type { FormTwist } from "#app/domain/authoring/form/draft-form.ts";
import { setField } from "#app/domain/authoring/form/set-field.ts";
import { FieldNotesList } from "../reading/field-notes.tsx";
import { useEdit } from "./draft-edit.ts";
import { DraftField } from "./draft-field.tsx";
import { FormSection } from "./form-section.tsx";
import { useLeading } from "./open-parts.ts";

const file = "scenario.md";
const twistPlace = { file, path: "twist" };

type QuestionsProps = { opening: string; twist: FormTwist | null };

export const QuestionsSection = memo(function QuestionsSection({ opening, twist }: QuestionsProps) {
  const { change } = useEdit();
  const { focus } = useLeading();
  const add = () => {
    change((files) => setField(files, { ...twistPlace, value: blankItem(requireField(twistPlace)) }));
    focus(`${file}/twist.after`);
  };
  return (
    <FormSection
      id="questions"
      title="Opening and twist"
      lead="The first question, and the requirement that changes once. The follow-ups come from the checks."
    >
      <DraftField file={file} path="opening" value={opening} />
      <FieldNotesList anchor={`${file}/twist`} />
      {twist ? (
        <Twist twist={twist} onRemove={() => change((files) => setField(files, { ...twistPlace, value: null }))} />
      ) : (
        <button type="button" className="btn draft-add" onClick={add}>
          <Plus aria-hidden="true" /> Add a twist
        </button>
      )}
    </FormSection>
  );
});

function Twist({ twist, onRemove }: { twist: FormTwist; onRemove: () => void }) {
  return (
    <div className="draft-item-fields" id={`${file}/twist`} tabIndex={-1}>
      <div className="draft-fields-row">
        <DraftField file={file} path="twist.after" value={twist.after} />
        <DraftField file={file} path="twist.best" value={twist.best} />
      </div>
      <DraftField file={file} path="twist.change" value={twist.change} />
      <DraftField file={file} path="twist.asks" value={twist.asks} />
      <button type="button" className="btn bare draft-add" onClick={onRemove}>
        Remove the twist
      </button>
    </div>
  );
}
