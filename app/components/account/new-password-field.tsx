import { Field } from "#app/components/ui/field.tsx";
import { longestPassword, shortestPassword } from "#app/domain/accounts/password.ts";

type NewPasswordFieldProps = { label: string; name: string; error: string | null | undefined };

export function NewPasswordField({ label, name, error }: NewPasswordFieldProps) {
  return (
    <Field
      label={label}
      name={name}
      type="password"
      autoComplete="new-password"
      required
      minLength={shortestPassword}
      maxLength={longestPassword}
      hint={`At least ${shortestPassword} characters; a few words are easier to keep than a puzzle.`}
      error={error}
    />
  );
}
