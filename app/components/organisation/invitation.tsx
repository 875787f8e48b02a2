import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { roleMeans, roleName, type Role } from "#app/domain/accounts/roles.ts";
import { endedAlike, EndedInvitation, type EndedWords } from "./ended-invitation.tsx";
import { OtherAddress } from "./other-address.tsx";
import "./organisation.css";

export type ShownInvitationPage =
  | { state: "unknown" | "used" | "revoked" | "expired" }
  | {
      state: "open";
      organisation: string;
      inviter: string | null;
      roles: readonly Role[];
      expiresAt: string;
      maskedAddress: string;
      isFor: "viewer" | "other" | "unknown";
    };

type Ended = Exclude<ShownInvitationPage["state"], "open">;

const endedWords: Record<Ended, EndedWords> = {
  ...endedAlike,
  used: {
    title: "This invitation was accepted already.",
    next: "Each works once. If it was you, sign in: the organisation is among yours.",
  },
  expired: {
    title: "This invitation has expired.",
    next: "Ask whoever invited you to send it again; it takes them one click.",
  },
};

type InvitationProps = { invitation: ShownInvitationPage; path: string; ownAddress: string | null };

/** What somebody sees who follows the link of an invitation. */
export function Invitation({ invitation, path, ownAddress }: InvitationProps) {
  if (invitation.state !== "open") {
    return (
      <EndedInvitation words={endedWords[invitation.state]} to="/admin">
        Your organisations
      </EndedInvitation>
    );
  }
  const { organisation, inviter, roles, expiresAt, maskedAddress, isFor } = invitation;
  return (
    <div className="wrap invitation-page">
      <h1>
        {inviter ?? "Somebody"} invites you to {organisation}
      </h1>
      <ul className="invitation-roles">
        {roles.map((role) => (
          <li key={role}>
            <b>{roleName[role]}</b> <span className="ink-2">{roleMeans[role]}</span>
          </li>
        ))}
      </ul>
      {isFor === "viewer" ? <Accept organisation={organisation} /> : null}
      {isFor === "other" ? <OtherAddress {...{ maskedAddress, ownAddress, path }} /> : null}
      {isFor === "unknown" ? <SignInFirst {...{ maskedAddress, path }} /> : null}
      <p className="small muted">
        It stands until <Time iso={expiresAt} form="date-time" />, and for {maskedAddress} alone.
      </p>
    </div>
  );
}

function Accept({ organisation }: { organisation: string }) {
  return (
    <Form method="post" className="stack">
      <p>
        Instructors, reviewers and admins of {organisation} see how you answer its scenarios. What you did and do
        outside of it stays yours alone.
      </p>
      <div>
        <Button look="go">Accept and join {organisation}</Button>
      </div>
    </Form>
  );
}

function SignInFirst({ maskedAddress, path }: { maskedAddress: string; path: string }) {
  const next = new URLSearchParams({ next: path }).toString();
  return (
    <div className="invitation-way">
      <p>
        Sign in with <b>{maskedAddress}</b>, or make an account with that address. You come back to this page, and then
        accept.
      </p>
      <div className="row">
        <ButtonLink look="go" to={`/sign-in?${next}`}>
          Sign in
        </ButtonLink>
        <ButtonLink to={`/sign-up?${next}`}>Make an account</ButtonLink>
      </div>
    </div>
  );
}
