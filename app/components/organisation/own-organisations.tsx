import { Form, Link } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { mayAs } from "#app/domain/accounts/permissions.ts";
import type { Role } from "#app/domain/accounts/roles.ts";
import { rolesWords, takenWords } from "./organisation-words.ts";
import "./organisation.css";

export type ShownOrganisation = {
  handle: string;
  name: string;
  roles: readonly Role[];
  isLastAdmin: boolean;
  others: readonly { memberId: string; name: string }[];
  canDelete: boolean;
};

/** The organisations somebody belongs to: what they are there, where to go, and how to leave. */
export function OwnOrganisations({ organisations }: { organisations: readonly ShownOrganisation[] }) {
  if (organisations.length === 0) {
    return (
      <EmptyState
        title="You belong to no organisation yet."
        action={
          <ButtonLink look="go" to="/organisations/new">
            Create one
          </ButtonLink>
        }
      >
        In an organisation you write scenarios of your own and see how they are answered. If you were invited to one,
        open the link in the mail.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="organisation-list">
        {organisations.map((organisation) => (
          <Organisation key={organisation.handle} organisation={organisation} />
        ))}
      </ul>
      <p className="organisation-more">
        <ButtonLink to="/organisations/new">Create an organisation</ButtonLink>
      </p>
    </>
  );
}

function Organisation({ organisation }: { organisation: ShownOrganisation }) {
  const { handle, name, roles } = organisation;
  return (
    <li>
      <div>
        <h2>{name}</h2>
        <p className="small muted">{rolesWords(roles)}</p>
      </div>
      <nav className="row wide" aria-label={name}>
        <Link to="/scenarios">Scenarios</Link>
        {mayAs(roles, "see_studio") ? <Link to={`/studio/${handle}`}>Studio</Link> : null}
        {mayAs(roles, "see_members") ? <Link to={`/admin/${handle}/members`}>Members</Link> : null}
        {mayAs(roles, "see_usage") ? <Link to={`/admin/${handle}/usage`}>Usage and cost</Link> : null}
      </nav>
      <Leave organisation={organisation} />
    </li>
  );
}

function Leave({ organisation }: { organisation: ShownOrganisation }) {
  const { handle, name, isLastAdmin, others, canDelete } = organisation;
  if (canDelete) return <Delete {...{ handle, name }} />;
  if (isLastAdmin && others.length === 0) return <p className="small muted">{takenWords}</p>;
  return (
    <details className="asks-once">
      <summary>
        Leave<span className="visually-hidden"> {name}</span>
      </summary>
      <Form method="post" className="stack">
        <input type="hidden" name="organisation" value={handle} />
        <p className="small">
          You are out of {name} at once, in every open page. Interviews you had there stay yours, and what you wrote
          stays there.
        </p>
        {isLastAdmin ? <HandOver others={others} /> : null}
        <div>
          <Button name="intent" value="leave">
            {isLastAdmin ? "Hand over and leave" : `Yes, leave ${name}`}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** For whoever is alone in it: there is nobody to leave it to. */
function Delete({ handle, name }: { handle: string; name: string }) {
  return (
    <details className="asks-once">
      <summary>
        Delete<span className="visually-hidden"> {name}</span>
      </summary>
      <Form method="post" className="stack">
        <input type="hidden" name="organisation" value={handle} />
        <p className="small">
          You are the only member, so you cannot leave it to anybody. Its scenarios, drafts and study pages are deleted
          for good, and open invitations end. Export first what you want to keep.
        </p>
        <div>
          <Button name="intent" value="delete">
            Yes, delete {name}
          </Button>
        </div>
      </Form>
    </details>
  );
}

function HandOver({ others }: Pick<ShownOrganisation, "others">) {
  return (
    <label className="hand-over">
      <span className="small">You are the only admin. Hand over to</span>
      <select name="handOverTo" className="input" required defaultValue="">
        <option value="">Choose somebody</option>
        {others.map(({ memberId, name }) => (
          <option key={memberId} value={memberId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
