import { formatUtc } from "#app/components/ui/time.tsx";
import type { SessionRecord } from "#app/domain/hiring/record.ts";
import { titleOfCriterion } from "#app/domain/scenarios/schema.ts";

export function criterionTitle({ rubric }: Pick<SessionRecord, "rubric">, id: string): string {
  const found = rubric.criteria.find((criterion) => criterion.id === id);
  return found ? titleOfCriterion(found) : id;
}

export function byAt({ by, at }: { by: string; at: string }): string {
  return `${by}, ${formatUtc(at, "date-time")}`;
}
