import type { FormFact } from "#app/domain/authoring/form/draft-form.ts";
import type { Fact } from "#app/domain/scenarios/schema.ts";

/** A fact of the form as candidates are shown it; null while it says nothing. */
export function factOf({ id, label, value, unit, source }: FormFact): Fact | null {
  if (label === "" || value === "") return null;
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(value);
  return {
    id,
    label,
    value: isNumber ? Number(value) : value,
    ...(unit === "" ? {} : { unit }),
    ...(source === "" ? {} : { source }),
  };
}
