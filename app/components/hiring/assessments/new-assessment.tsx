import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { ShownChoice } from "./part-fields.tsx";
import { SettingsForm } from "./settings-form.tsx";

type NewAssessmentProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  choices: readonly ShownChoice[];
  given: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, string>>;
};

export function NewAssessment({ organisation, roles, choices, given, fields }: NewAssessmentProps) {
  return (
    <div className="wrap">
      <HiringNav organisation={organisation} roles={roles} at="assessments" title="New assessment" />
      <p className="prose assessment-lead">
        It is kept as a draft: you read what candidates will be told, and nobody is invited until you open it. A name is
        enough to begin with.
      </p>
      {Object.keys(fields).length > 0 ? <NotSaved /> : null}
      <SettingsForm choices={choices} given={given} fields={fields} save="Keep it as a draft" />
    </div>
  );
}

export function NotSaved() {
  return (
    <Message tone="danger" role="alert" title="Nothing is saved yet.">
      What stands in the way is said beside its field, in red. What you typed is still there.
    </Message>
  );
}
