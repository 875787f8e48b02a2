import { Form, Link } from "@remix-run/react";
import { useRef, type KeyboardEvent } from "react";
import { factValue } from "#app/components/library/scenario-facts.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";

export type ShownCard = {
  id: string;
  kind: "check" | "number" | "drill";
  title: string;
  context: string;
  question: string;
  facts: { label: string; value: number | string; unit?: string | undefined }[];
  origin: string | null;
  timesSeen: number;
};

/** Where a card comes from, and what it asks. */
export function CardHead({ card }: { card: ShownCard }) {
  const { title, context, question, facts, origin, kind } = card;
  return (
    <>
      <p className="small">
        {origin ? <Link to={origin}>{title}</Link> : <span className="medium">{title}</span>}
        {card.timesSeen === 0 ? <span className="muted"> · new</span> : null}
      </p>
      {origin ? null : (
        <p className="small muted">
          {kind === "drill" ? "This drill" : "This scenario"} is no longer in the library. The card keeps its own words,
          and goes on as before.
        </p>
      )}
      <p className={kind === "drill" ? "prose" : "ink-2"}>{context}</p>
      {facts.length > 0 ? (
        <details className="outline">
          <summary>What was given</summary>
          <DefinitionList items={facts.map((fact) => ({ term: fact.label, value: factValue(fact) }))} />
        </details>
      ) : null}
      <h2 className="display recall-question">{question}</h2>
    </>
  );
}

type QuestionProps = { card: ShownCard; typed: string; problem: string | null };

/** A card that waits for an answer. */
export function CardQuestion({ card, typed, problem }: QuestionProps) {
  const send = useRef<HTMLButtonElement>(null);
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send.current?.click();
  };
  return (
    <>
      <CardHead card={card} />
      <Form method="post" className="recall-form" preventScrollReset>
        <input type="hidden" name="cardId" value={card.id} />
        <div className="field">
          <label htmlFor="recall-answer">Your answer, from memory</label>
          <textarea
            id="recall-answer"
            name="answer"
            rows={4}
            defaultValue={typed}
            onKeyDown={press}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? "recall-problem" : undefined}
          />
          {problem ? (
            <p className="error" id="recall-problem">
              {problem}
            </p>
          ) : null}
        </div>
        <div className="row wide">
          <button ref={send} className="btn go" name="intent" value="answer">
            See what counts
          </button>
          <Button name="intent" value="give-up">
            I don’t know
          </Button>
          <Button look="text" name="intent" value="set-aside">
            Set this card aside
          </Button>
          <span className="tiny muted recall-keys">
            <Kbd>Ctrl</Kbd> <Kbd>↵</Kbd> sends it
          </span>
        </div>
      </Form>
    </>
  );
}
