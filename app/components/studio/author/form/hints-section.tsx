import { Plus } from "lucide-react";
import { memo } from "react";
import type { FormCriterion } from "#app/domain/authoring/form/draft-form.ts";
import { setField } from "#app/domain/authoring/form/set-field.ts";
import { titleOf } from "#app/domain/scenarios/schema.ts";
import { FieldNotesList } from "../reading/field-notes.tsx";
import { useEdit } from "./draft-edit.ts";
import { DraftField } from "./draft-field.tsx";
import { FormSection } from "./form-section.tsx";
import { useIsOpen, useLeading } from "./open-parts.ts";

const file = "hints.yaml";
const steps = ["A nudge", "A direction", "An example from another domain"] as const;

type HintsProps = { criteria: readonly FormCriterion[]; hints: Readonly<Record<string, readonly string[]>> };

const none: readonly string[] = [];

export const HintsSection = memo(function HintsSection({ criteria, hints }: HintsProps) {
  const checks = criteria.flatMap((criterion) => criterion.checks);
  const known = new Set(checks.map(({ id }) => id));
  return (
    <FormSection
      id="hints"
      title="Hints"
      lead="For whoever asks in practice: three steps towards a check, each saying more. A check without any has hints made for it."
    >
      <FieldNotesList anchor={`${file}/the whole file`} />
      <div className="item-list">
        {checks.map((check) => (
          <HintItem key={check.id} id={check.id} title={titleOf(check)} hints={hints[check.id] ?? none} />
        ))}
        {Object.keys(hints)
          .filter((id) => !known.has(id))
          .map((id) => (
            <HintItem key={id} id={id} title={`${id}, which is no check`} hints={hints[id] ?? none} />
          ))}
      </div>
    </FormSection>
  );
});

type HintItemProps = { id: string; title: string; hints: readonly string[] };

const HintItem = memo(function HintItem({ id, title, hints }: HintItemProps) {
  const anchor = `${file}/${id}`;
  const [isOpen, setOpen] = useIsOpen(anchor);
  return (
    <div className="draft-item" data-open={isOpen}>
      <div className="draft-item-head">
        <button
          type="button"
          id={anchor}
          className="draft-item-title"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {title}
        </button>
        <span className="draft-item-aside">{hints.length === 0 ? "none of its own" : `${hints.length} steps`}</span>
      </div>
      {isOpen ? <HintFields id={id} hints={hints} /> : null}
    </div>
  );
});

function HintFields({ id, hints }: Omit<HintItemProps, "title">) {
  const { change } = useEdit();
  const { focus } = useLeading();
  const set = (value: readonly string[] | null) =>
    change((files) => setField({ [file]: "", ...files }, { file, path: id, value }));
  const write = () => {
    set(steps.map(() => ""));
    focus(`${file}/${id}[0]`);
  };
  return (
    <div className="draft-item-fields">
      <FieldNotesList anchor={`${file}/${id}`} />
      {hints.map((text, at) => (
        <DraftField
          key={at}
          file={file}
          path={`${id}[${at}]`}
          value={text}
          label={steps[at] ?? `Step ${at + 1}`}
          hasHelp={false}
        />
      ))}
      {hints.length === 0 ? (
        <button type="button" className="btn draft-add" onClick={write}>
          <Plus aria-hidden="true" /> Write three hints
        </button>
      ) : (
        <button type="button" className="btn bare draft-add" onClick={() => set(null)}>
          Remove these hints
        </button>
      )}
    </div>
  );
}
