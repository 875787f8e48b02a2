import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { DeadlineField, FeedbackFields, GateFields, NameField, ReviewersField, WordsFields } from "./rule-fields.tsx";
import "./assessments.css";

type ChangesFormProps = {
  state: "open" | "closed";
  given: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, string>>;
  reviewersToldOf: number;
};

/** What may still be changed of an assessment that candidates have been told of. */
export function ChangesForm({ state, given, fields, reviewersToldOf }: ChangesFormProps) {
  const told = { given, fields };
  return (
    <Form method="post" className="assessment-form">
      <input type="hidden" name="intent" value="change" />
      <LabelledSection id="may-change" label="May be changed">
        <NameField {...told} />
        {state === "open" ? (
          <DeadlineField {...told} hint="It may be moved later, or taken away. The end of the day, in UTC." />
        ) : (
          <input type="hidden" name="deadline" value={given.deadline ?? ""} />
        )}
        <WordsFields {...told} />
        <ReviewersField {...told} least={reviewersToldOf} />
        <GateFields {...told} />
        <FeedbackFields {...told} />
        <div>
          <Button disabled={useNavigation().state === "submitting"}>Save the changes</Button>
        </div>
      </LabelledSection>
    </Form>
  );
}
