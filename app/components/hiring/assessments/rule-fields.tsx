import { AreaField, Field } from "#app/components/ui/field.tsx";
import { fewestForGate, longestAbout, mostReviewers } from "#app/domain/hiring/assessment.ts";
import { CheckField, SelectField } from "./form-fields.tsx";

export type FieldsProps = {
  /** What stands in the fields, by their names; a box that is not ticked is not there. */
  given: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, string>>;
};

const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

/** How many people read each session. `least` is what candidates were told already. */
export function ReviewersField({ given, fields, least = 1 }: FieldsProps & { least?: number }) {
  return (
    <SelectField
      label="People who review each session"
      name="reviewersPerSession"
      defaultValue={given.reviewersPerSession ?? ""}
      error={fields.reviewersPerSession}
      hint="Each reads it without knowing whose it is, what the grader says, or what the others say. Two levels apart on a criterion, one more person decides."
    >
      {upTo(mostReviewers)
        .filter((many) => many >= least)
        .map((many) => (
          <option key={many} value={many}>
            {many === 1 ? "1 person" : `${many} people`}
          </option>
        ))}
    </SelectField>
  );
}

/** When the grader's levels count as validated, and what is shown until then. */
export function GateFields({ given, fields }: FieldsProps) {
  return (
    <>
      <div className="field-pair">
        <Field
          label="Agreement that validates the grader"
          name="gateKappa"
          inputMode="decimal"
          defaultValue={given.gateKappa}
          error={fields.gateKappa}
          hint="The low end of the interval of weighted kappa between your people and the grader, 0 to 1."
        />
        <Field
          label="Sessions needed for it"
          name="gateLeast"
          type="number"
          min={fewestForGate}
          defaultValue={given.gateLeast}
          error={fields.gateLeast}
          hint="Below so many reviewed sessions of a scenario version nothing is said."
        />
      </div>
      <CheckField
        label="Hide the grader’s levels until they are validated"
        name="hideUnvalidated"
        defaultChecked={Boolean(given.hideUnvalidated)}
        hint="Otherwise they are shown after the reviews, marked as not validated. They never count."
      />
    </>
  );
}

/** What may be let out to a candidate, each only once a person has let it out. */
export function FeedbackFields({ given, fields }: FieldsProps) {
  return (
    <fieldset className="check-list">
      <legend>What candidates may be shown once reviews are complete</legend>
      <CheckField label="Their levels" name="feedback-levels" defaultChecked={Boolean(given["feedback-levels"])} />
      <CheckField
        label="Your words on what would lift them"
        name="feedback-words"
        defaultChecked={Boolean(given["feedback-words"])}
      />
      <CheckField
        label="Links to study pages"
        name="feedback-study"
        defaultChecked={Boolean(given["feedback-study"])}
      />
      <CheckField
        label="A way to contest a level"
        name="feedback-appeal"
        defaultChecked={Boolean(given["feedback-appeal"])}
        error={fields.feedback}
      />
      <p className="hint">Nothing goes out by itself: a person sends it, candidate by candidate.</p>
    </fieldset>
  );
}

export function NameField({ given, fields }: FieldsProps) {
  return (
    <Field
      label="Name"
      name="name"
      required
      maxLength={120}
      autoComplete="off"
      defaultValue={given.name}
      error={fields.name}
      hint="Candidates see it, for example “Platform engineer, spring”."
    />
  );
}

export function DeadlineField({ given, fields, hint }: FieldsProps & { hint: string }) {
  return (
    <Field
      label="Deadline"
      name="deadline"
      type="date"
      defaultValue={given.deadline}
      error={fields.deadline}
      hint={hint}
    />
  );
}

/** What the team itself says to candidates. */
export function WordsFields({ given, fields }: FieldsProps) {
  return (
    <>
      <AreaField
        label="Your own words to candidates"
        name="about"
        rows={5}
        maxLength={longestAbout}
        defaultValue={given.about ?? ""}
        error={fields.about}
        hint="They stand first in the notice. An empty line begins a new paragraph."
      />
      <Field
        label="Whom to ask"
        name="contact"
        type="email"
        autoComplete="off"
        defaultValue={given.contact}
        error={fields.contact}
        hint="An address for extra time, other accommodation and deletion. Candidates see it."
      />
    </>
  );
}
