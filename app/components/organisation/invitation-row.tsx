import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { InvitationState } from "#app/domain/accounts/invitation.ts";
import "./organisation.css";

type StandingProps = { state: InvitationState; expiresAt: string };

export function Standing({ state, expiresAt }: StandingProps) {
  if (state === "used") return "used up";
  const day = <Time iso={expiresAt} form="day" />;
  return state === "expired" ? <span className="expired">expired {day}</span> : <>stands until {day}</>;
}

/** The buttons of an invitation that went to an address. */
export function MailedButtons({ email }: { email: string }) {
  return (
    <>
      <Button name="intent" value="resend">
        Send again<span className="visually-hidden"> to {email}</span>
      </Button>
      <Button name="intent" value="revoke">
        Withdraw<span className="visually-hidden"> the invitation of {email}</span>
      </Button>
    </>
  );
}

type InvitationRowProps = { invitationId: string; name: string; says: ReactNode; children: ReactNode };

/** Somebody who was asked and has not come yet, or a link: what there is to say of it, and the buttons. */
export function InvitationRow({ invitationId, name, says, children }: InvitationRowProps) {
  return (
    <li className="invitation">
      <div>
        <p className="invitation-name">{name}</p>
        <p className="small muted">{says}</p>
      </div>
      <Form method="post" className="row">
        <input type="hidden" name="invitationId" value={invitationId} />
        {children}
      </Form>
    </li>
  );
}
