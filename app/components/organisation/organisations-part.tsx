import { ButtonLink } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";

/** The way from one's account to the organisations one belongs to. */
export function OrganisationsPart() {
  return (
    <LabelledSection id="organisations" label="Organisations">
      <p className="ink-2">What you are in each, where to go from there, and how to leave.</p>
      <p>
        <ButtonLink to="/admin">Your organisations</ButtonLink>
      </p>
    </LabelledSection>
  );
}
