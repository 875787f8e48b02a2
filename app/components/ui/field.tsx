import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from "react";

type Told = {
  hint?: ReactNode;
  /** In words that name the repair. */
  error?: string | null | undefined;
};

/** What stands below a control, and what ties it to the control for assistive technology. */
export function useTold({ hint, error }: Told, named?: string) {
  const made = useId();
  const id = named ?? made;
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
  return { id, below, control: { id, "aria-invalid": error ? true : undefined, "aria-describedby": describedBy } };
}

type Named = Told & { label: ReactNode; name: string };

/** A text field: its label above, a hint and its error below. */
export function Field({ label, hint, error, id: named, ...input }: Named & InputHTMLAttributes<HTMLInputElement>) {
  const { id, below, control } = useTold({ hint, error }, named);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input {...control} {...input} />
      {below}
    </div>
  );
}

/** Several lines of text. */
export function AreaField({ label, hint, error, ...area }: Named & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { id, below, control } = useTold({ hint, error });
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea {...area} {...control} />
      {below}
    </div>
  );
}
