import { ButtonLink } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";

/** The way from one's account to everything that is kept about one. */
export function DataPart() {
  return (
    <LabelledSection id="data" label="Your data">
      <p className="ink-2">Everything that is kept about you, to take along or to delete with your account.</p>
      <p>
        <ButtonLink to="/account/data">Your data</ButtonLink>
      </p>
    </LabelledSection>
  );
}
