import { useId } from "react";
import { roleMeans, roleName, roles, type Role } from "#app/domain/accounts/roles.ts";

type RoleChoiceProps = { legend: string; chosen: readonly string[]; error?: string | null | undefined };

/** What somebody is to be: one role or several. */
export function RoleChoice({ legend, chosen, error }: RoleChoiceProps) {
  const id = useId();
  return (
    <fieldset className="role-choice" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      {roles.map((role) => (
        <RoleOption key={role} role={role} id={`${id}-${role}`} isChosen={chosen.includes(role)} />
      ))}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

function RoleOption({ role, id, isChosen }: { role: Role; id: string; isChosen: boolean }) {
  return (
    <div className="choice">
      <input
        type="checkbox"
        name="roles"
        value={role}
        id={id}
        defaultChecked={isChosen}
        aria-describedby={`${id}-means`}
      />
      <div>
        <label htmlFor={id}>{roleName[role]}</label>
        <p className="small muted" id={`${id}-means`}>
          {roleMeans[role]}
        </p>
      </div>
    </div>
  );
}
