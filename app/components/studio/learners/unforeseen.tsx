import { Form, useNavigation } from "@remix-run/react";
import { count } from "#app/components/studio/agreement-words.ts";
import { Button } from "#app/components/ui/button.tsx";
import type { UnforeseenQuestion } from "#app/domain/authoring/learners/unforeseen.ts";

type UnforeseenProps = { questions: readonly UnforeseenQuestion[]; canWrite: boolean };

const shownAtOnce = 10;

/** What candidates asked and no hidden fact answers: they were told that it is theirs to assume. */
export function Unforeseen({ questions, canWrite }: UnforeseenProps) {
  if (questions.length === 0) {
    return <p className="prose">Every question so far was answered by a hidden fact, or nobody has asked one.</p>;
  }
  const more = questions.slice(shownAtOnce);
  return (
    <>
      <p className="prose">
        They were told that it is theirs to assume. What several people ask is worth a fact of its own; questions in
        nearly the same words stand together.
      </p>
      <ul className="unforeseen">
        {questions.slice(0, shownAtOnce).map((question) => (
          <Question key={question.asks[0]} question={question} canWrite={canWrite} />
        ))}
      </ul>
      {more.length === 0 ? null : (
        <details className="outline">
          <summary>{count(more.length, "more question")}</summary>
          <ul className="unforeseen">
            {more.map((question) => (
              <Question key={question.asks[0]} question={question} canWrite={canWrite} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Question({ question, canWrite }: { question: UnforeseenQuestion; canWrite: boolean }) {
  const { asks, times, sessionIds } = question;
  const [first, ...others] = asks;
  const isSending = useNavigation().state === "submitting";
  return (
    <li>
      <blockquote className="serif">{first}</blockquote>
      {others.map((ask) => (
        <blockquote key={ask} className="serif other-wording">
          {ask}
        </blockquote>
      ))}
      <p className="small muted">
        Asked {times === 1 ? "once" : `${times} times`} in {count(sessionIds.length, "interview")}.
      </p>
      {canWrite ? (
        <Form method="post">
          <input type="hidden" name="intent" value="add-fact" />
          {asks.map((ask) => (
            <input key={ask} type="hidden" name="ask" value={ask} />
          ))}
          <Button disabled={isSending}>
            Add as hidden fact<span className="visually-hidden">: {first}</span>
          </Button>
        </Form>
      ) : null}
    </li>
  );
}
