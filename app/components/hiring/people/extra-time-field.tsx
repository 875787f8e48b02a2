import { SelectField } from "#app/components/hiring/assessments/form-fields.tsx";
import { extraTimes } from "#app/domain/interview/clock.ts";

type ExtraTimeFieldProps = { given: string; error?: string | undefined; hint?: string };

/** An accommodation that was agreed on. */
export function ExtraTimeField({ given, error, hint }: ExtraTimeFieldProps) {
  return (
    <SelectField label="Extra time" name="extraTimePercent" defaultValue={given} error={error} hint={hint}>
      {extraTimes.map((percent) => (
        <option key={percent} value={percent}>
          {percent === 0 ? "None" : `${percent} % more`}
        </option>
      ))}
    </SelectField>
  );
}
