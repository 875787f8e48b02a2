import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";

type PasswordStepProps = {
  error: string | undefined;
  /** What can be done with the password: the first is the usual one. */
  buttons: readonly { intent: string; words: string }[];
};

export function PasswordStep({ error, buttons }: PasswordStepProps) {
  const isBusy = useNavigation().state === "submitting";
  return (
    <Form method="post" className="stack">
      <Field
        label="Your password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={error}
      />
      <div className="buttons">
        {buttons.map(({ intent, words }) => (
          <Button key={intent} name="intent" value={intent} disabled={isBusy}>
            {words}
          </Button>
        ))}
      </div>
    </Form>
  );
}
