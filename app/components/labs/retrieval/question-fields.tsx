import { useId } from "react";
import { refusalWords } from "#app/components/search/search-words.ts";
import { longestQuery } from "#app/domain/retrieval/query-limit.ts";
import type { RetrievalLabView } from "#app/domain/retrieval/lab/lab-view.ts";
import type { RetrievalState } from "./use-retrieval-state.ts";

/** One of the test questions, whose answer is known, or the reader's own. */
export function QuestionFields({ view, state }: { view: RetrievalLabView; state: RetrievalState }) {
  const { choices, refused, chosen: asked, unknown } = view;
  const { lab, chosen, own } = state;
  const id = useId();
  const topics = [...new Set(choices.map(({ topic }) => topic))];
  const fault = asked === null && refused && refused !== "nothing" ? refusalWords(refused) : null;
  const missing = unknown.find(({ what }) => what === "question");
  return (
    <>
      <div className="knob">
        <label htmlFor={`${id}-ask`}>A test question</label>
        <select
          id={`${id}-ask`}
          className="input"
          name="ask"
          value={chosen}
          aria-invalid={missing ? true : undefined}
          aria-describedby={missing ? `${id}-missing` : undefined}
          onChange={(event) => lab.change({ ask: event.target.value || null, q: event.target.value ? null : own })}
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
      <div className="knob">
        <label htmlFor={`${id}-own`}>Or your own</label>
        <input
          id={`${id}-own`}
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
    </>
  );
}
