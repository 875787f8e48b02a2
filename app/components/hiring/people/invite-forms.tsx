import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { AreaField, Field } from "#app/components/ui/field.tsx";
import { mostAddressesAtOnce, mostInvitationDays, mostUsesOfLink } from "#app/domain/hiring/invitation.ts";
import { ExtraTimeField } from "./extra-time-field.tsx";
import type { RefusedPeople } from "./people-told.ts";

type InviteFormProps = { refused: RefusedPeople | null };

const given = (refused: RefusedPeople | null, intent: string): Partial<Record<string, string>> =>
  refused?.given.intent === intent ? refused.given : {};
const problems = (refused: RefusedPeople | null, intent: string): Partial<Record<string, string>> =>
  refused?.given.intent === intent ? refused.fields : {};

/** By address: each gets a mail of their own. */
export function InviteForm({ refused }: InviteFormProps) {
  const [sent, fields] = [given(refused, "invite"), problems(refused, "invite")];
  return (
    <Form method="post" className="stack">
      <AreaField
        label="E-mail addresses"
        name="addresses"
        rows={4}
        required
        spellCheck={false}
        defaultValue={sent.addresses ?? ""}
        error={fields.addresses}
        hint={`One a line, at most ${mostAddressesAtOnce} at once. Each gets a mail of their own, with a link for this address alone. Inviting somebody again ends their earlier link.`}
      />
      <div className="field-pair">
        <DaysField given={sent.days ?? "14"} error={fields.days} />
        <ExtraTimeField given={sent.extraTimePercent ?? "0"} error={fields.extraTimePercent} hint="For all of these." />
      </div>
      <div>
        <Button look="go" name="intent" value="invite" disabled={useNavigation().state === "submitting"}>
          Send the invitations
        </Button>
      </div>
    </Form>
  );
}

function DaysField({ given: days, error }: { given: string; error: string | undefined }) {
  return (
    <Field
      label="Days it stands"
      name="days"
      type="number"
      min={1}
      max={mostInvitationDays}
      defaultValue={days}
      error={error}
    />
  );
}

/** By a link, for whoever holds it. */
export function LinkForm({ refused }: InviteFormProps) {
  const [sent, fields] = [given(refused, "link"), problems(refused, "link")];
  return (
    <Form method="post" className="stack">
      <Field
        label="Name of the link"
        name="label"
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={sent.label}
        error={fields.label}
        hint="For you, such as “Careers page”. Candidates do not see it."
      />
      <div className="field-pair">
        <Field
          label="How many people"
          name="mostUses"
          type="number"
          min={1}
          max={mostUsesOfLink}
          defaultValue={sent.mostUses ?? "1"}
          error={fields.mostUses}
        />
        <DaysField given={sent.days ?? "14"} error={fields.days} />
      </div>
      <ExtraTimeField
        given={sent.extraTimePercent ?? "0"}
        error={fields.extraTimePercent}
        hint="For everybody who comes by it."
      />
      <div>
        <Button name="intent" value="link" disabled={useNavigation().state === "submitting"}>
          Make the link
        </Button>
      </div>
    </Form>
  );
}
