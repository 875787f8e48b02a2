import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import { rolesWords } from "./organisation-words.ts";
import { Person } from "./person.tsx";
import { RoleChoice } from "./role-choice.tsx";

export type ShownMember = {
  memberId: string;
  name: string;
  email: string;
  roles: readonly Role[];
  joinedAt: string;
  isViewer: boolean;
};

type MemberRowProps = {
  member: ShownMember;
  organisation: string;
  /** What was chosen and refused, to be mended. */
  refused: { roles: readonly string[]; error: string | null } | null;
};

/** One member; opened, the forms that change or end the membership. */
export function MemberRow({ member, organisation, refused }: MemberRowProps) {
  const { memberId, name, email, roles, joinedAt, isViewer } = member;
  return (
    <Person
      name={name}
      email={email}
      isViewer={isViewer}
      standing={rolesWords(roles)}
      also={
        <>
          since <Time iso={joinedAt} form="day" />
        </>
      }
      isOpen={refused !== null}
    >
      <Form method="post" className="stack">
        <input type="hidden" name="memberId" value={memberId} />
        <RoleChoice
          legend={`What ${isViewer ? "you are" : `${name} is`} here`}
          chosen={refused?.roles ?? roles}
          error={refused?.error}
        />
        <div>
          <Button name="intent" value="change">
            Save the roles
          </Button>
        </div>
      </Form>
      {isViewer ? (
        <p className="small">
          To leave {organisation}, go to <Link to="/admin">your organisations</Link>.
        </p>
      ) : (
        <RemoveForm memberId={memberId} name={name} organisation={organisation} />
      )}
    </Person>
  );
}

function RemoveForm({ memberId, name, organisation }: { memberId: string; name: string; organisation: string }) {
  return (
    <details className="asks-once">
      <summary>Remove {name}</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="memberId" value={memberId} />
        <p className="small">
          {name} is out of {organisation} at once, in every open page. What they wrote and answered stays.
        </p>
        <div>
          <Button name="intent" value="remove">
            Yes, remove {name}
          </Button>
        </div>
      </Form>
    </details>
  );
}
