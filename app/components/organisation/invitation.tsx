import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { roleMeans, roleName, type Role } from "#app/domain/accounts/roles.ts";
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

export const endedWords: Record<Ended, { title: string; next: string }> = {
  unknown: {
    title: "There is no such invitation.",
    next: "The link may have been cut off where the mail breaks a line: copy all of it into the address bar.",
  },
  used: {
    title: "This invitation was accepted already.",
    next: "Each works once. If it was you, sign in: the organisation is among yours.",
  },
  revoked: {
    title: "This invitation was withdrawn.",
    next: "There may be a newer mail with another link; otherwise ask whoever invited you.",
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
    const { title, next } = endedWords[invitation.state];
    return (
      <div className="wrap invitation-page">
        <h1>{title}</h1>
        <p>{next}</p>
        <p>
          <ButtonLink to="/admin">Your organisations</ButtonLink>
        </p>
      </div>
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

function OtherAddress({
  maskedAddress,
  ownAddress,
  path,
}: {
  maskedAddress: string;
  ownAddress: string | null;
  path: string;
}) {
  return (
    <div className="stack">
      <p>
        It is for <b>{maskedAddress}</b>, and you are signed in as <b>{ownAddress}</b>. Sign out, then sign in with that
        address, or make an account with it.
      </p>
      <Form method="post" action="/sign-out">
        <input type="hidden" name="next" value={path} />
        <Button>Sign out, and come back to this page</Button>
      </Form>
    </div>
  );
}

function SignInFirst({ maskedAddress, path }: { maskedAddress: string; path: string }) {
  const next = new URLSearchParams({ next: path }).toString();
  return (
    <div className="stack">
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
