import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import { rolesWords } from "./organisation-words.ts";

export type ShownInvitation = {
  invitationId: string;
  email: string;
  roles: readonly Role[];
  sentAt: string;
  expiresAt: string;
  state: "open" | "expired";
};

/** Somebody who was asked and has not come yet. */
export function InvitationRow({ invitation }: { invitation: ShownInvitation }) {
  const { invitationId, email, roles, sentAt, expiresAt, state } = invitation;
  return (
    <li className="invitation">
      <div>
        <p className="invitation-email">{email}</p>
        <p className="small muted">
          {rolesWords(roles)}, sent <Time iso={sentAt} form="day" />,{" "}
          {state === "expired" ? (
            <span className="expired">
              expired <Time iso={expiresAt} form="day" />
            </span>
          ) : (
            <>
              stands until <Time iso={expiresAt} form="day" />
            </>
          )}
        </p>
      </div>
      <Form method="post" className="row">
        <input type="hidden" name="invitationId" value={invitationId} />
        <Button name="intent" value="resend">
          Send again<span className="visually-hidden"> to {email}</span>
        </Button>
        <Button name="intent" value="revoke">
          Withdraw<span className="visually-hidden"> the invitation of {email}</span>
        </Button>
      </Form>
    </li>
  );
}
