import { InvitationRow, MailedButtons, Standing } from "#app/components/organisation/invitation-row.tsx";
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

/** Who was invited by address and has not come yet. */
export function InvitedRows({ invited }: { invited: readonly ShownAddress[] }) {
  return (
    <ul className="invitation-list">
      {invited.map(({ invitationId, email, sentAt, extraTimePercent, ...standing }) => (
        <InvitationRow
          key={invitationId}
          invitationId={invitationId}
          name={email}
          says={
            <>
              sent <Time iso={sentAt} form="day" />, <Standing {...standing} />
              {extraTimeWords(extraTimePercent)}
            </>
          }
        >
          <MailedButtons email={email} />
        </InvitationRow>
      ))}
    </ul>
  );
}

/** The links there are, by the name the team gave them. */
export function LinkRows({ links }: { links: readonly ShownLink[] }) {
  return (
    <ul className="invitation-list">
      {links.map(({ invitationId, label, uses, mostUses, extraTimePercent, ...standing }) => (
        <InvitationRow
          key={invitationId}
          invitationId={invitationId}
          name={label}
          says={
            <>
              {uses} of {mostUses} used, <Standing {...standing} />
              {extraTimeWords(extraTimePercent)}
            </>
          }
        >
          <Button name="intent" value="revoke">
            Withdraw<span className="visually-hidden"> the link {label}</span>
          </Button>
        </InvitationRow>
      ))}
    </ul>
  );
}
