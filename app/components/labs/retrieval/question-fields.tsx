import { useId } from "react";
import { refusalWords } from "#app/components/search/search-words.ts";
import { longestQuery } from "#app/domain/retrieval/query-limit.ts";
import type { RetrievalLabView } from "#app/domain/retrieval/lab/lab-view.ts";
import type { RetrievalState } from "./use-retrieval-state.ts";

type QuestionFieldsProps = { view: RetrievalLabView; state: RetrievalState };

/** One of the test questions, whose answer is known, or the reader's own. */
export function QuestionFields(props: QuestionFieldsProps) {
  return (
    <>
      <TestQuestion {...props} />
      <OwnQuestion {...props} />
    </>
  );
}

function TestQuestion({ view: { choices, unknown }, state: { lab, chosen, own } }: QuestionFieldsProps) {
  const id = useId();
  const topics = [...new Set(choices.map(({ topic }) => topic))];
  const missing = unknown.find(({ what }) => what === "question");
  return (
    <div className="knob">
      <label htmlFor={id}>A test question</label>
      <select
        id={id}
        className="input"
        name="ask"
        value={chosen}
        aria-invalid={missing ? true : undefined}
        aria-describedby={missing ? `${id}-missing` : undefined}
        onChange={({ target: { value } }) => lab.change(value ? { ask: value, q: null } : { ask: null, q: own })}
      >
        <option value="">My own, below</option>
        {topics.map((topic) => (
          <optgroup key={topic} label={topic}>
            {choices
              .filter((choice) => choice.topic === topic)
              .map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.asks}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      {missing ? (
        <p className="field-error" id={`${id}-missing`}>
          There is no test question “{missing.name}”. Choose one of the list.
        </p>
      ) : null}
    </div>
  );
}

function OwnQuestion({ view: { refused, chosen }, state: { lab, own } }: QuestionFieldsProps) {
  const id = useId();
  const fault = chosen === null && refused && refused !== "nothing" ? refusalWords(refused) : null;
  return (
    <div className="knob">
      <label htmlFor={id}>Or your own</label>
      <input
        id={id}
        className="input"
        name="q"
        autoComplete="off"
        maxLength={longestQuery}
        value={own}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) => lab.change({ q: event.target.value, ask: null })}
      />
      {fault ? (
        <p className="field-error" id={`${id}-fault`}>
          {fault.title} {fault.advice}
        </p>
      ) : null}
    </div>
  );
}
