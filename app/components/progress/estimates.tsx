import { ApproachMark } from "#app/components/ui/approach.tsx";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import { MasteryNote, MasteryTable, type ShownEstimate } from "./mastery-table.tsx";

type Known = Omit<ShownEstimate, "key" | "name">;

type EstimatesProps = {
  competencies: readonly (Known & { competency: string; name: string })[];
  approaches: readonly (Known & { approach: Approach })[];
};

/** What a person's graded checks say of them, by competency and by approach. */
export function Estimates({ competencies, approaches }: EstimatesProps) {
  if (competencies.every(({ checks }) => checks === 0)) return null;
  return (
    <section className="part progress-part" aria-labelledby="competencies">
      <h2 id="competencies">How far you are, and how sure that is</h2>
      <MasteryTable
        caption="By competency"
        first="Competency"
        among="sitting"
        estimates={competencies.map((each) => ({ ...each, key: each.competency }))}
      />
      <MasteryTable
        caption="By approach"
        first="Approach"
        among="sitting"
        estimates={approaches.map((each) => ({
          ...each,
          key: each.approach,
          name: <ApproachMark approach={each.approach} />,
        }))}
      />
      <MasteryNote />
      <p className="small muted mastery-note">
        A check belongs to the approach that its study page is about, or else to the one its question speaks of; some
        belong to none. A drill counts as one check of “Deciding conditions”.
      </p>
    </section>
  );
}
