import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Message } from "#app/components/ui/message.tsx";

type Problems = { email: string; fields: { email?: string; password?: string }; form: string | null };

/** By password; the second button needs the address alone. */
export function SignInForm({
  next,
  problems,
  isReset,
}: {
  next: string;
  problems: Problems | undefined;
  isReset: boolean;
}) {
  const isBusy = useNavigation().state === "submitting";
  return (
    <Form method="post" className="stack">
      {isReset && !problems ? (
        <Message role="status" title="Your new password is kept.">
          All devices are signed out. Sign in with it.
        </Message>
      ) : null}
      {problems?.form ? <Message tone="danger" role="alert" title={problems.form} /> : null}
      <input type="hidden" name="next" value={next} />
      <Field
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={problems?.email}
        error={problems?.fields.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={problems?.fields.password}
      />
      <div className="buttons">
        <Button look="go" disabled={isBusy}>
          Sign in
        </Button>
        <Button name="intent" value="link" formNoValidate disabled={isBusy}>
          Send me a link instead
        </Button>
      </div>
    </Form>
  );
}
