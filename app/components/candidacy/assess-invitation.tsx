import { Form } from "@remix-run/react";
import { NoticeText } from "#app/components/hiring/notice/notice-text.tsx";
import { endedAlike, EndedInvitation, type EndedWords } from "#app/components/organisation/ended-invitation.tsx";
import { OtherAddress } from "#app/components/organisation/other-address.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Notice } from "#app/domain/hiring/notice.ts";
import { deadlineWords } from "./candidacy-words.ts";
import "./candidacy.css";

type Ended = "unknown" | "too-many" | "used" | "revoked" | "expired" | "closed";

export type ShownAssessInvitation =
  | { state: Ended }
  | {
      state: "open";
      assessment: string;
      organisation: string;
      deadline: string | null;
      expiresAt: string;
      maskedAddress: string | null;
      isFor: "viewer" | "other" | "unknown";
      /** What is acknowledged, and the key that names these words; null before signing in. */
      notice: { text: Notice; key: string } | null;
    };

const endedWords: Record<Ended, EndedWords> = {
  ...endedAlike,
  "too-many": {
    title: "Many links that do not exist were tried from your network.",
    next: "Wait a quarter of an hour, then open yours again. It has not been used up.",
  },
  used: {
    title: "This invitation has been used.",
    next: "If it was you, sign in with the account you began with: the assessment is among yours. Otherwise ask whoever sent it for one of your own.",
  },
  expired: { title: "This invitation has expired.", next: "Ask whoever invited you to send it again." },
  closed: {
    title: "This assessment takes nobody any more.",
    next: "The team has closed it, or its deadline has passed. If you think that this is wrong, ask whoever invited you.",
  },
};

type AssessInvitationProps = {
  invitation: ShownAssessInvitation;
  path: string;
  ownAddress: string | null;
  problem: string | null;
};

/** What somebody sees who follows an invitation to an assessment: who asks for what, and what they should know before it. */
export function AssessInvitation({ invitation, path, ownAddress, problem }: AssessInvitationProps) {
  if (invitation.state !== "open") {
    return (
      <EndedInvitation words={endedWords[invitation.state]} to="/assessments">
        Your assessments
      </EndedInvitation>
    );
  }
  const { assessment, organisation, deadline, expiresAt, maskedAddress, isFor, notice } = invitation;
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">Invitation to an assessment</p>
        <h1>{assessment}</h1>
        <p className="lead">
          {organisation} invites you to an assessment in writing. Before anything begins you read what happens, what is
          recorded and who sees it.
        </p>
        <p className="small muted">
          {deadline === null ? null : `Nothing begins after ${deadlineWords(deadline)}. `}
          This invitation stands until <Time iso={expiresAt} form="date-time" />
          {maskedAddress === null ? "." : `, and for ${maskedAddress} alone.`}
        </p>
      </header>
      {isFor === "unknown" ? <SignInFirst maskedAddress={maskedAddress} path={path} /> : null}
      {isFor === "other" ? <OtherAddress {...{ maskedAddress, ownAddress, path }} /> : null}
      {notice ? <Acknowledge notice={notice} problem={problem} /> : null}
    </div>
  );
}

function SignInFirst({ maskedAddress, path }: { maskedAddress: string | null; path: string }) {
  const next = new URLSearchParams({ next: path }).toString();
  return (
    <div className="invitation-way">
      <p>
        {maskedAddress === null ? (
          "It needs an account, so that you can be interrupted and go on. Sign in, or make one."
        ) : (
          <>
            Sign in with <b>{maskedAddress}</b>, or make an account with that address.
          </>
        )}{" "}
        You come back to this page and read on; nothing has begun then.
      </p>
      <div className="row">
        <ButtonLink look="go" to={`/sign-up?${next}`}>
          Make an account
        </ButtonLink>
        <ButtonLink to={`/sign-in?${next}`}>Sign in</ButtonLink>
      </div>
    </div>
  );
}

type AcknowledgeProps = { notice: { text: Notice; key: string }; problem: string | null };

function Acknowledge({ notice: { text, key }, problem }: AcknowledgeProps) {
  return (
    <>
      <h2 className="assess-notice-title">Before you start</h2>
      <NoticeText notice={text} />
      <Form method="post" className="assess-acknowledge" preventScrollReset>
        <input type="hidden" name="notice" value={key} />
        {problem ? <Message tone="warn" role="alert" title={problem} /> : null}
        <label className="choice">
          <input type="checkbox" name="read" required />
          <span>I have read this.</span>
        </label>
        <div>
          <Button look="go" big>
            Go on to the assessment
          </Button>
        </div>
        <p className="small muted">
          No clock starts yet. What you have read is kept, and stays with you on the next page.
        </p>
      </Form>
    </>
  );
}
