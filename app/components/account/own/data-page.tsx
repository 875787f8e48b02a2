import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { deletionWords, notInOwnData } from "#app/domain/accounts/own-data.ts";
import "./data-page.css";

export type DataReply = {
  words: string | null;
  fields: { confirm?: string; password?: string };
  /** Organisations that would have no admin left. */
  leaderless?: string[];
};

type DataPageProps = { isGuest: boolean; email: string | null; hasPassword: boolean; reply: DataReply | null };

/** Everything about oneself: to take along, and to delete. */
export function DataPage({ isGuest, email, hasPassword, reply }: DataPageProps) {
  return (
    <div className="wrap own-account own-data">
      <h1>Your data</h1>
      <LabelledSection id="take" label="Take it along">
        <p className="ink-2">
          One JSON file with everything that is kept about you: {isGuest ? "" : "your account and its sign-ins, "}your
          interviews with every turn and draft, grades of practice and mock interviews, cards and drills, and as far as
          there are any your reviews, memberships and candidacies with the notice you read and what was sent to you.
        </p>
        <p>
          <a className="btn" href="/account/data.json" download>
            Download everything
          </a>
        </p>
        <details className="outline">
          <summary>What is not in it</summary>
          <ul className="own-data-list">
            {notInOwnData.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      </LabelledSection>
      <LabelledSection id="delete" label="Delete it">
        <Refusal reply={reply} />
        <WhatGoes isGuest={isGuest} email={email} />
        <DeleteForm isGuest={isGuest} hasPassword={hasPassword} reply={reply} />
      </LabelledSection>
    </div>
  );
}

function Refusal({ reply }: { reply: DataReply | null }) {
  if (reply?.leaderless) {
    return (
      <Message
        tone="danger"
        role="alert"
        title={`Nothing is deleted: ${reply.leaderless.join(" and ")} would have no admin.`}
      >
        Make another member an admin first, or delete the organisation, both at{" "}
        <Link to="/admin">your organisations</Link>. One whose scenarios have been taken, or whose assessments have been
        begun, cannot be deleted: invite somebody to hand it over to.
      </Message>
    );
  }
  return reply?.words == null ? null : <Message tone="danger" role="alert" title={reply.words} />;
}

function WhatGoes({ isGuest, email }: { isGuest: boolean; email: string | null }) {
  if (isGuest) {
    return (
      <p className="ink-2">
        Everything you did as a guest in this browser is deleted at once, and cannot be brought back: interviews,
        grades, cards, drills and your goal.
      </p>
    );
  }
  return (
    <>
      <p className="ink-2">
        The account of <strong>{email}</strong> is deleted at once and cannot be brought back, with your sign-ins and
        passkeys, interviews and grades, cards, drills and goal, memberships, open invitations, and drafts of reviews.
        So are your candidacies, with all that a team made of them; this ends your part in assessments that are still
        under way.
      </p>
      <p className="ink-2">What stays, without your name:</p>
      <ul className="own-data-list">
        <li>Reviews that you gave: other people’s levels rest on them.</li>
        <li>Scenarios and pages that you wrote for an organisation, and their published versions.</li>
        <li>
          What a model’s calls for you cost, and in an organisation’s log what was done, by an id that names nobody.
        </li>
      </ul>
    </>
  );
}

type DeleteFormProps = Pick<DataPageProps, "isGuest" | "hasPassword" | "reply">;

function DeleteForm({ isGuest, hasPassword, reply }: DeleteFormProps) {
  const isBusy = useNavigation().state === "submitting";
  const words = deletionWords[isGuest ? "guest" : "account"];
  return (
    <Form method="post" className="account-form" preventScrollReset>
      <Field
        label={`Type “${words}”`}
        name="confirm"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        error={reply?.fields.confirm}
      />
      {hasPassword ? (
        <Field
          label="Your password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={reply?.fields.password}
        />
      ) : null}
      {isGuest || hasPassword ? null : (
        <p className="small muted">
          Your account has no password: a sign-in of the last quarter of an hour shows that it is you.
        </p>
      )}
      <Button disabled={isBusy}>{isGuest ? "Delete my work" : "Delete my account"}</Button>
    </Form>
  );
}
