import { ButtonLink } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";

/** The way from one's account to the assessments one has begun. */
export function AssessmentsPart() {
  return (
    <LabelledSection id="assessments" label="Assessments">
      <p className="ink-2">What hiring teams have invited you to: to go on, to hand in, and to read what came of it.</p>
      <p>
        <ButtonLink to="/assessments">Your assessments</ButtonLink>
      </p>
    </LabelledSection>
  );
}
