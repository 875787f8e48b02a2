import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { AssessInvitationState } from "#app/domain/hiring/invitation.ts";

type Offer = {
  invitationId: string;
  extraTimePercent: number;
  sentAt: string;
  expiresAt: string;
  state: AssessInvitationState;
};
export type ShownAddress = Offer & { email: string };
export type ShownLink = Offer & { label: string; uses: number; mostUses: number };

const extraTimeWords = (percent: number) => (percent === 0 ? "" : `, ${percent} % extra time`);

function Standing({ state, expiresAt }: Pick<Offer, "state" | "expiresAt">) {
  if (state === "used") return <>used up</>;
  const day = <Time iso={expiresAt} form="day" />;
  return state === "expired" ? <span className="expired">expired {day}</span> : <>stands until {day}</>;
}

/** Who was invited by address and has not come yet. */
export function InvitedRows({ invited }: { invited: readonly ShownAddress[] }) {
  return (
    <ul className="offers">
      {invited.map(({ invitationId, email, sentAt, extraTimePercent, ...standing }) => (
        <li key={invitationId}>
          <div>
            <p className="offer-name">{email}</p>
            <p className="small muted">
              sent <Time iso={sentAt} form="day" />, <Standing {...standing} />
              {extraTimeWords(extraTimePercent)}
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
      ))}
    </ul>
  );
}

/** The links there are, by the name the team gave them. */
export function LinkRows({ links }: { links: readonly ShownLink[] }) {
  return (
    <ul className="offers">
      {links.map(({ invitationId, label, uses, mostUses, extraTimePercent, ...standing }) => (
        <li key={invitationId}>
          <div>
            <p className="offer-name">{label}</p>
            <p className="small muted">
              {uses} of {mostUses} used, <Standing {...standing} />
              {extraTimeWords(extraTimePercent)}
            </p>
          </div>
          <Form method="post">
            <input type="hidden" name="invitationId" value={invitationId} />
            <Button name="intent" value="revoke">
              Withdraw<span className="visually-hidden"> the link {label}</span>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
