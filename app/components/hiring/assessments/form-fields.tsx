import { useId, type ReactNode } from "react";

type Told = { hint?: ReactNode; error?: string | undefined };

function useTold({ hint, error }: Told) {
  const id = useId();
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  const describedBy = [hint ? hintId : "", error ? errorId : ""].filter(Boolean).join(" ") || undefined;
  const below = (
    <>
      {hint ? (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="error" id={errorId}>
          {error}
        </p>
      ) : null}
    </>
  );
  return { id, below, control: { id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined } };
}

type SelectFieldProps = Told & { label: ReactNode; name: string; defaultValue: string; children: ReactNode };

/** One of a few, from a list that opens. */
export function SelectField({ label, name, defaultValue, children, ...told }: SelectFieldProps) {
  const { id, below, control } = useTold(told);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select name={name} defaultValue={defaultValue} {...control}>
        {children}
      </select>
      {below}
    </div>
  );
}

type AreaFieldProps = Told & {
  label: ReactNode;
  name: string;
  defaultValue: string;
  rows: number;
  maxLength?: number;
  required?: boolean;
  spellCheck?: boolean;
};

/** Several lines of text. */
export function AreaField({ label, hint, error, ...area }: AreaFieldProps) {
  const { id, below, control } = useTold({ hint, error });
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea {...area} {...control} />
      {below}
    </div>
  );
}

type CheckFieldProps = { label: ReactNode; name: string; defaultChecked: boolean; hint?: ReactNode };

/** Yes or no. */
export function CheckField({ label, name, defaultChecked, hint }: CheckFieldProps) {
  const { id, below, control } = useTold({ hint });
  return (
    <div className="check-field">
      <div className="choice">
        <input type="checkbox" name={name} defaultChecked={defaultChecked} {...control} />
        <label htmlFor={id}>{label}</label>
      </div>
      {below}
    </div>
  );
}
