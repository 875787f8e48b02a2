import { Form } from "@remix-run/react";
import { Person } from "#app/components/organisation/person.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { personStateWords, type PersonState } from "#app/domain/hiring/person.ts";
import { ExtraTimeField } from "./extra-time-field.tsx";
import type { RefusedPeople } from "./people-told.ts";

export type ShownPerson = {
  candidacyId: string;
  name: string;
  email: string;
  state: PersonState;
  extraTimePercent: number;
  asksForDeletion: boolean;
};

type PersonRowProps = {
  person: ShownPerson;
  /** Whether anything can begin: extra time is for what has not. */
  mayBegin: boolean;
  refused: RefusedPeople | null;
};

/** Somebody who has begun; opened, what can be done for them. */
export function PersonRow({ person, mayBegin, refused }: PersonRowProps) {
  const { name, email, state, extraTimePercent, asksForDeletion } = person;
  return (
    <Person
      name={name}
      email={email}
      standing={
        <>
          {personStateWords[state]}
          {asksForDeletion ? <span className="asks-deletion">asks for deletion</span> : null}
        </>
      }
      also={extraTimePercent === 0 ? "" : `${extraTimePercent} % extra time`}
      isOpen={refused !== null}
    >
      {state === "taking-part" && mayBegin ? <ExtraTimeForm person={person} refused={refused} /> : null}
      <DeleteForm person={person} refused={refused} />
    </Person>
  );
}

type PersonFormProps = Pick<PersonRowProps, "person" | "refused">;

function ExtraTimeForm({ person: { candidacyId, extraTimePercent }, refused }: PersonFormProps) {
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="candidacyId" value={candidacyId} />
      <ExtraTimeField
        given={String(extraTimePercent)}
        error={refused?.fields.extraTimePercent}
        hint="For scenarios that they have not begun. A clock that runs is not moved."
      />
      <div>
        <Button name="intent" value="extra-time">
          Save the extra time
        </Button>
      </div>
    </Form>
  );
}

function DeleteForm({ person: { candidacyId, name, asksForDeletion }, refused }: PersonFormProps) {
  const error = refused?.fields.confirmation;
  return (
    <details className="asks-once" open={error !== undefined}>
      <summary>Delete what {name} did here</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="candidacyId" value={candidacyId} />
        <p className="small">
          {asksForDeletion ? "They have asked for it. " : ""}
          Answers, drafts, reviews, levels, decisions and the invitation are gone for good, also where somebody is
          reviewing at this moment. The log keeps what was done and when, without the name. Their account stays theirs.
        </p>
        <Field
          label="Type delete to confirm"
          name="confirmation"
          autoComplete="off"
          autoCapitalize="none"
          required
          error={error}
        />
        <div>
          <Button name="intent" value="delete">
            Delete it for good
          </Button>
        </div>
      </Form>
    </details>
  );
}
