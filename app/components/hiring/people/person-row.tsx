import { Form } from "@remix-run/react";
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
  partsFinished: number;
  extraTimePercent: number;
  asksForDeletion: boolean;
};

type PersonRowProps = { person: ShownPerson; parts: number; refused: RefusedPeople | null };

function stateOf({ state, partsFinished }: ShownPerson, parts: number): string {
  const words = personStateWords[state];
  return state === "under-way" && parts > 1 ? `${words}, ${partsFinished} of ${parts} finished` : words;
}

/** Somebody who has begun; opened, what can be done for them. Without scripts it opens all the same. */
export function PersonRow({ person, parts, refused }: PersonRowProps) {
  const { name, email, state, extraTimePercent, asksForDeletion } = person;
  const mayGetTime = state === "read-notice" || state === "under-way";
  return (
    <li>
      <details className="person" open={refused !== null}>
        <summary>
          <span>
            <span className="serif person-name">{name}</span>
            <span className="person-email small muted">{email}</span>
          </span>
          <span>
            {stateOf(person, parts)}
            {asksForDeletion ? <span className="asks-deletion">asks for deletion</span> : null}
          </span>
          <span className="small muted">{extraTimePercent === 0 ? "" : `${extraTimePercent} % extra time`}</span>
          <span className="person-change small">
            Change<span className="visually-hidden"> what concerns {name}</span>
          </span>
        </summary>
        <div className="person-forms">
          {mayGetTime ? <ExtraTimeForm person={person} refused={refused} /> : null}
          <DeleteForm person={person} refused={refused} />
        </div>
      </details>
    </li>
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
          reviewing at this moment. The record keeps that and when it was deleted, without the name. Their account stays
          theirs.
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
