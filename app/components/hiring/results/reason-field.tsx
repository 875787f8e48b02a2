import { AreaField } from "#app/components/ui/field.tsx";

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

/** Words that have to be given, unless the fewest are none. */
export function ReasonField({ name = "reason", rows = 3, fewest, most, given, ...rest }: ReasonFieldProps) {
  return (
    <AreaField
      name={name}
      rows={rows}
      required={fewest > 0}
      minLength={fewest > 0 ? fewest : undefined}
      maxLength={most}
      defaultValue={given}
      {...rest}
    />
  );
}
