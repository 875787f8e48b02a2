import { memo } from "react";
import { answerPath } from "#app/domain/authoring/draft.ts";
import type { FormAnswer, FormCriterion } from "#app/domain/authoring/form/draft-form.ts";
import { titleOf } from "#app/domain/scenarios/schema.ts";
import { FieldNotesList } from "../reading/field-notes.tsx";
import { useCountInside } from "../reading/use-reading.ts";
import { AddAnswer } from "./add-answer.tsx";
import { RemoveFile } from "./remove-file.tsx";
import { DraftField } from "./draft-field.tsx";
import { FormSection } from "./form-section.tsx";
import { useIsOpen } from "./open-parts.ts";

type AnswersProps = { answers: readonly FormAnswer[]; criteria: readonly FormCriterion[]; author: string };

export const AnswersSection = memo(function AnswersSection({ answers, criteria, author }: AnswersProps) {
  return (
    <FormSection
      id="answers"
      title="Sample answers"
      lead="Transcripts with the verdicts you expect. They show whether the grader agrees with you before anybody is graded."
    >
      <div className="item-list">
        {answers.length === 0 ? (
          <p className="small muted">There are none yet. Begin with a strong and a weak one.</p>
        ) : null}
        {answers.map((answer) => (
          <AnswerItem key={answer.name} answer={answer} criteria={criteria} />
        ))}
        <AddAnswer taken={answers.map(({ name }) => name)} author={author} />
      </div>
    </FormSection>
  );
});

type AnswerItemProps = { answer: FormAnswer; criteria: readonly FormCriterion[] };

const AnswerItem = memo(function AnswerItem({ answer, criteria }: AnswerItemProps) {
  const file = answerPath(answer.name);
  const [isOpen, setOpen] = useIsOpen(file);
  const count = useCountInside(file);
  return (
    <div className="draft-item" data-open={isOpen}>
      <div className="draft-item-head">
        <button
          type="button"
          id={file}
          className="draft-item-title"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {answer.name.replaceAll("-", " ")}
        </button>
        <span className="draft-item-aside">{answer.drafted ? `draft by ${answer.drafted}` : answer.band}</span>
        {count > 0 ? <span className="draft-item-notes">{count === 1 ? "1 note" : `${count} notes`}</span> : null}
        <span className="draft-item-tools">
          <RemoveFile path={file} name={answer.name} />
        </span>
      </div>
      {isOpen ? <AnswerFields answer={answer} file={file} criteria={criteria} /> : null}
    </div>
  );
});

function AnswerFields({ answer, file, criteria }: AnswerItemProps & { file: string }) {
  return (
    <div className="draft-item-fields">
      {answer.drafted ? (
        <p className="small">
          A model wrote this. Edit it until it reads like a person, give it a band and verdicts, and empty “Drafted by”:
          until then it counts for nothing.
        </p>
      ) : null}
      <FieldNotesList anchor={`${file}/the whole file`} />
      <FieldNotesList anchor={`${file}/front matter`} />
      <DraftField file={file} path="transcript" value={answer.transcript} />
      <div className="draft-fields-row">
        <DraftField file={file} path="band" value={answer.band} />
        <DraftField file={file} path="author" value={answer.author} />
        {answer.drafted ? <DraftField file={file} path="drafted" value={answer.drafted} /> : null}
      </div>
      <h3>Verdicts</h3>
      <div className="verdict-fields">
        {criteria.flatMap(({ checks, redFlags }) =>
          [...checks, ...redFlags].map((check) => (
            <DraftField
              key={check.id}
              file={file}
              path={`verdicts.${check.id}`}
              value={answer.verdicts[check.id] ?? ""}
              label={titleOf(check)}
              hasHelp={false}
            />
          )),
        )}
      </div>
    </div>
  );
}
