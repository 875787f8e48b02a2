import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { mostAttempts, mostRetentionDays } from "#app/domain/hiring/assessment.ts";
import { mostWarmUps } from "#app/domain/hiring/candidacy.ts";
import { CheckField, SelectField } from "./form-fields.tsx";
import { Choices, PartFields, type ShownChoice } from "./part-fields.tsx";
import { DeadlineField, FeedbackFields, GateFields, NameField, ReviewersField, WordsFields } from "./rule-fields.tsx";
import "./assessments.css";

type SettingsFormProps = {
  choices: readonly ShownChoice[];
  given: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, string>>;
  /** What the button says. */
  save: string;
};

/** Everything that a draft holds, to be written at once. */
export function SettingsForm({ choices, given, fields, save }: SettingsFormProps) {
  const told = { given, fields };
  return (
    <Form method="post" className="assessment-form">
      <input type="hidden" name="intent" value="save" />
      <LabelledSection id="of-what" label="What it is">
        <NameField {...told} />
        <WordsFields {...told} />
      </LabelledSection>
      <LabelledSection id="scenarios" label="Scenarios">
        <p className="small ink-2">
          In the order they are listed to candidates, who may begin with any. Everybody takes the version chosen here,
          whatever is published later. Left empty, the minutes are those its author wrote.
        </p>
        <PartFields choices={choices} given={given} fields={fields} />
        <WarmUpField choices={choices} {...told} />
      </LabelledSection>
      <LabelledSection id="taking-it" label="Taking it">
        <TakingFields {...told} />
      </LabelledSection>
      <LabelledSection id="reviewing" label="Reviewing">
        <ReviewersField {...told} />
        <CheckField
          label="A language model may read the answers"
          name="modelMayGrade"
          defaultChecked={Boolean(given.modelMayGrade)}
          hint="It words follow-up questions and suggests levels; candidates are told. Otherwise the offline grader does it, and nothing leaves this server for a model."
        />
        <GateFields {...told} />
      </LabelledSection>
      <LabelledSection id="feedback" label="Feedback">
        <FeedbackFields given={given} fields={fields} />
      </LabelledSection>
      <div className="spread form-end">
        <div>
          <Button look="go" disabled={useNavigation().state === "submitting"}>
            {save}
          </Button>
        </div>
      </div>
    </Form>
  );
}

type ToldProps = Pick<SettingsFormProps, "given" | "fields">;

/** By its address: the newest version there is when somebody warms up. */
function WarmUpField({ choices, given, fields }: ToldProps & Pick<SettingsFormProps, "choices">) {
  const newest = choices.filter(({ slug }, index) => choices.findIndex((choice) => choice.slug === slug) === index);
  return (
    <SelectField
      label="To warm up with"
      name="warmUp"
      defaultValue={given.warmUp ?? ""}
      error={fields.warmUp}
      hint={`Not one of the above. Candidates may try the room with it up to ${mostWarmUps} times; nobody reads or scores it.`}
    >
      <option value="">None</option>
      <Choices choices={newest} valueOf={({ slug }) => slug} plain />
    </SelectField>
  );
}

function TakingFields({ given, fields }: ToldProps) {
  const attempts = Array.from({ length: mostAttempts }, (_, index) => index + 1);
  return (
    <>
      <div className="field-pair">
        <SelectField
          label="Attempts at each scenario"
          name="attempts"
          defaultValue={given.attempts ?? "1"}
          error={fields.attempts}
          hint="The last one finished counts."
        >
          {attempts.map((many) => (
            <option key={many} value={many}>
              {many}
            </option>
          ))}
        </SelectField>
        <DeadlineField
          {...{ given, fields }}
          hint="Nothing begins after the end of this day, in UTC. Empty: no deadline."
        />
      </div>
      <Field
        label="Days until everything is deleted"
        name="retentionDays"
        type="number"
        min={1}
        max={mostRetentionDays}
        defaultValue={given.retentionDays}
        error={fields.retentionDays}
        hint="Counted from handing in: answers, levels, decision, name."
      />
    </>
  );
}
