import { Form, useNavigation } from "@remix-run/react";
import { CandidateResult } from "#app/components/hiring/result/candidate-result.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { FeedbackPolicy } from "#app/domain/hiring/assessment.ts";
import { previewOf } from "#app/domain/hiring/candidate-result.ts";
import { mostFeedbackChars, type FeedbackVersion } from "#app/domain/hiring/feedback.ts";
import { ReasonField } from "./reason-field.tsx";
import { refusedOf, type ResultsTold } from "./results-told.ts";

type FeedbackPartProps = {
  policy: FeedbackPolicy;
  sent: readonly FeedbackVersion[];
  changedSince: number;
  words: string;
  team: string;
  told: ResultsTold | null;
};

const listOf = new Intl.ListFormat("en-GB", { type: "conjunction" });

function allowedWords({ levels, words, study, appeal }: FeedbackPolicy): string {
  const allowed = [
    ...(levels ? ["the levels with what would lift them"] : []),
    ...(words ? ["words of yours"] : []),
    ...(study ? ["where to read more"] : []),
  ];
  if (allowed.length === 0) {
    return "This assessment lets nothing of the result out. What may be let out is said in its settings.";
  }
  const told = `This assessment lets candidates have ${listOf.format(allowed)}.`;
  return appeal ? `${told} They may contest each criterion once.` : told;
}

/** What the candidate is let see: written, looked at as they will see it, and then sent. */
export function FeedbackPart({ policy, sent, changedSince, words, team, told }: FeedbackPartProps) {
  const isNothing = !policy.levels && !policy.words && !policy.study;
  return (
    <section className="part feedback" id="feedback" aria-labelledby="feedback-title">
      <h2 id="feedback-title">Feedback to the candidate</h2>
      <p className="ink-2">{allowedWords(policy)}</p>
      {sent.length === 0 ? null : (
        <ul className="small muted">
          {sent.map(({ sentAt }, at) => (
            <li key={sentAt}>
              Version {at + 1} sent <Time iso={sentAt} form="date-time" />
            </li>
          ))}
        </ul>
      )}
      {changedSince === 0 ? null : (
        <p className="small">
          <b className="medium">
            {changedSince === 1 ? "A level has" : `${changedSince} levels have`} changed since the last one.
          </b>{" "}
          What an appeal has changed the candidate sees already; anything else once you send it again.
        </p>
      )}
      {isNothing ? null : told?.tone === "preview" ? (
        <Preview told={told} team={team} number={sent.length + 1} />
      ) : (
        <WordsForm policy={policy} words={words} isAgain={sent.length > 0} told={told} key={sent.length} />
      )}
    </section>
  );
}

type WordsFormProps = { policy: FeedbackPolicy; words: string; isAgain: boolean; told: ResultsTold | null };

function WordsForm({ policy, words, isAgain, told }: WordsFormProps) {
  const isSending = useNavigation().state !== "idle";
  const refused = refusedOf(told, "preview") ?? refusedOf(told, "send");
  return (
    <Form method="post" className="outcome-form" preventScrollReset>
      <input type="hidden" name="intent" value="preview" />
      {policy.words ? (
        <ReasonField
          name="words"
          label="Your words to the candidate"
          hint={
            isAgain
              ? "The words that were sent last. What you send now is a new version."
              : "A start, from the criteria that had most to gain. Make it yours: say what was good, and leave the reason of the decision out."
          }
          rows={12}
          fewest={0}
          most={mostFeedbackChars}
          given={refused?.given.words ?? words}
          error={refused?.fields.words}
        />
      ) : null}
      <Button disabled={isSending}>Look at it as the candidate will</Button>
    </Form>
  );
}

type PreviewProps = { told: Extract<ResultsTold, { tone: "preview" }>; team: string; number: number };

function Preview({ told: { version, fingerprint, words }, team, number }: PreviewProps) {
  const isSending = useNavigation().state !== "idle";
  return (
    <div className="feedback-preview">
      <p className="label" id="preview-label" role="status">
        As the candidate will see it. Nothing is sent yet.
      </p>
      <div className="fig" role="group" aria-labelledby="preview-label">
        <CandidateResult result={previewOf(version, number)} team={team} />
      </div>
      <div className="row">
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="send" />
          <input type="hidden" name="words" value={words} />
          <input type="hidden" name="fingerprint" value={fingerprint} />
          <Button look="go" disabled={isSending}>
            Send it
          </Button>
        </Form>
        <details className="outline">
          <summary>Change the words</summary>
          <Form method="post" className="outcome-form" preventScrollReset>
            <input type="hidden" name="intent" value="preview" />
            <ReasonField
              name="words"
              label="Your words to the candidate"
              rows={12}
              fewest={0}
              most={mostFeedbackChars}
              given={words}
            />
            <Button disabled={isSending}>Look at it again</Button>
          </Form>
        </details>
      </div>
      <p className="tiny muted">
        The candidate gets a mail that there is something to read, with nothing of what it says.
      </p>
    </div>
  );
}
