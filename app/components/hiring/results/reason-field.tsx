import { useId } from "react";

type ReasonFieldProps = {
  label: string;
  name?: string;
  rows?: number;
  fewest: number;
  most: number;
  given?: string | undefined;
  error?: string | undefined;
  hint?: string;
};

/** Words that have to be given, with what is wrong with them below. */
export function ReasonField({ label, name = "reason", rows = 3, fewest, most, given, error, hint }: ReasonFieldProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        rows={rows}
        required={fewest > 0}
        minLength={fewest > 0 ? fewest : undefined}
        maxLength={most}
        defaultValue={given}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
