import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { longestSample } from "#app/domain/authoring/dry-run/sample-answer.ts";
import type { TryView } from "#app/services/authoring/dry-run/get-try.server.ts";
import { estimateWords } from "./try-words.ts";

/** What was asked for and not done, and what was typed for it. */
export type RefusedTry = { intent: string; problem: string; text: string };

type AddAnswerProps = { view: TryView; refused: RefusedTry | null };

/** Two ways to more sample answers: one that somebody gave, or three that the model writes. */
export function AddAnswer({ view, refused }: AddAnswerProps) {
  const wasRefused = refused?.intent === "paste";
  return (
    <div className="add-answers">
      <details className="outline" open={wasRefused}>
        <summary>Paste an answer</summary>
        <PasteForm refused={wasRefused ? refused : null} />
      </details>
      <DraftForm view={view} />
    </div>
  );
}

function PasteForm({ refused }: { refused: RefusedTry | null }) {
  const isSending = useNavigation().state === "submitting";
  return (
    <Form method="post" className="paste-form" preventScrollReset>
      <input type="hidden" name="intent" value="paste" />
      <Field label="Name" name="name" maxLength={60} hint="For example: second interview. Left empty, one is made." />
      <div className="field">
        <label htmlFor="paste-text">Answer</label>
        <textarea
          id="paste-text"
          name="text"
          rows={10}
          required
          maxLength={longestSample}
          defaultValue={refused?.text}
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? "paste-error paste-hint" : "paste-hint"}
        />
        <p className="hint" id="paste-hint">
          The words of one answer, or a whole transcript with lines ## Interviewer and ## Candidate. Mermaid blocks are
          read as drawings. Leave names out: it is kept in the draft.
        </p>
        {refused ? (
          <p className="error" id="paste-error">
            {refused.problem}
          </p>
        ) : null}
      </div>
      <Button disabled={isSending}>Keep it as a sample answer</Button>
    </Form>
  );
}

function DraftForm({ view: { model, broken, runs } }: Pick<AddAnswerProps, "view">) {
  const isDrafting = runs.some(
    ({ purpose, status }) => purpose === "draft_answers" && (status === "queued" || status === "running"),
  );
  const isSending = useNavigation().state === "submitting";
  const whyNot = !model.canBeAsked
    ? "There is no key for a model. An admin can set one for the organisation; until then, paste or write them."
    : broken.length > 0
      ? "The draft has to be readable first."
      : isDrafting
        ? "It is drafting now."
        : null;
  return (
    <Form method="post" className="draft-form" preventScrollReset>
      <input type="hidden" name="intent" value="draft" />
      <Button disabled={isSending || whyNot !== null} aria-describedby="draft-note">
        Have the model draft a weak, a middling and a strong one
      </Button>
      <p className="small muted" id="draft-note">
        {whyNot ??
          `${model.draftEstimate ? `Takes ${estimateWords(model.draftEstimate)}. ` : ""}They stay marked as drafts, and count for nothing, until a person has read and labelled them.`}
      </p>
    </Form>
  );
}
