import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { CandidacyView } from "#app/services/hiring/candidacy/find-candidacy.server.ts";

/** To withdraw, and to have everything deleted: each says what happens before it does. */
export function Leaving({ candidacy }: { candidacy: CandidacyView }) {
  const { contact, organisation, deleteAt, handInRefusal, ended } = candidacy;
  const mayHandIn = ended === null || handInRefusal === "under_way" || handInRefusal === null;
  return (
    <div className="stack">
      <p className="ink-2">
        Everything of yours in this assessment is deleted on <Time iso={deleteAt} />
        {mayHandIn ? "; once you hand in, the time counts from that day" : ""}. For questions
        {ended === null ? ", extra time or another accommodation" : ""} write to{" "}
        <a href={`mailto:${contact}`}>{contact}</a>.
      </p>
      <Withdraw candidacy={candidacy} />
      <AskForDeletion askedAt={candidacy.deletionAskedAt} organisation={organisation} />
    </div>
  );
}

function Withdraw({ candidacy: { withdrawnAt, handedInAt, organisation } }: { candidacy: CandidacyView }) {
  if (withdrawnAt !== null) {
    return (
      <p>
        You withdrew on <Time iso={withdrawnAt} form="date-time" />.
      </p>
    );
  }
  return (
    <details>
      <summary>Withdraw from this assessment</summary>
      <Form method="post" className="stack leaving-form" preventScrollReset>
        <input type="hidden" name="intent" value="withdraw" />
        <p>
          You need no reason.{" "}
          {handedInAt === null
            ? `An interview under way ends, nobody of ${organisation} goes on reading what you said, and nothing more can begin.`
            : `Nobody of ${organisation} goes on reading what you said, it leaves their results, and no level can be contested any more.`}{" "}
          {organisation} sees that you withdrew. What there is stays until it is deleted; you can ask for that at once.
        </p>
        <label className="choice">
          <input type="checkbox" name="sure" required />
          <span>I withdraw. It cannot be taken back.</span>
        </label>
        <div>
          <Button>Withdraw</Button>
        </div>
      </Form>
    </details>
  );
}

function AskForDeletion({ askedAt, organisation }: { askedAt: string | null; organisation: string }) {
  if (askedAt !== null) {
    return (
      <p>
        You asked for deletion on <Time iso={askedAt} form="date-time" />. {organisation} sees it and deletes
        everything; this page then ends too.
      </p>
    );
  }
  return (
    <details>
      <summary>Ask for everything to be deleted</summary>
      <Form method="post" className="stack leaving-form" preventScrollReset>
        <input type="hidden" name="intent" value="ask-deletion" />
        <p>
          {organisation} gets a mail that you ask for it, and deletes your answers, drafts, levels and whatever was
          written about them. That ends your part in the assessment. What remains is a log of what was done and when,
          without your name. Until it is done reviewers may read on; withdraw to end that at once.
        </p>
        <div>
          <Button>Ask for deletion</Button>
        </div>
      </Form>
    </details>
  );
}
