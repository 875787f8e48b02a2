import { ButtonLink } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";

const words = {
  off: "Off. With it, signing in by password or link also asks for a code from an app on your phone.",
  begun: "Begun, but not on yet: no code from the app has come back.",
  on: "On. Signing in by password or link asks for a code from the app.",
};
const next = { off: "Set up an app", begun: "Go on with it", on: "Change" };

export function TwoFactorPart({ state }: { state: keyof typeof words }) {
  return (
    <LabelledSection id="two-factor" label="Authenticator app">
      <p className="ink-2">{words[state]}</p>
      <p>
        <ButtonLink to="/account/two-factor">{next[state]}</ButtonLink>
      </p>
    </LabelledSection>
  );
}
