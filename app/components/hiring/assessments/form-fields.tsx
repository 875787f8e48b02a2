import type { ReactNode } from "react";
import { useTold } from "#app/components/ui/field.tsx";

type Told = { hint?: ReactNode; error?: string | undefined };

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

type CheckFieldProps = {
  label: ReactNode;
  name: string;
  defaultChecked: boolean;
  hint?: ReactNode;
  error?: string | undefined;
};

/** Yes or no. */
export function CheckField({ label, name, defaultChecked, hint, error }: CheckFieldProps) {
  const { id, below, control } = useTold({ hint, error });
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
