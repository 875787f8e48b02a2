import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { knobPositions, type KnobName } from "#app/domain/retrieval/lab/knob-positions.ts";
import type { RetrievalLabView } from "#app/domain/retrieval/lab/lab-view.ts";
import { faultWords, knobsShown, knobWords, positionWords } from "./knob-words.ts";
import { QuestionFields } from "./question-fields.tsx";
import type { RetrievalState } from "./use-retrieval-state.ts";

/** The question and the knobs as one form: live with scripts, sent by a button without. */
export function KnobForm({ view, state }: { view: RetrievalLabView; state: RetrievalState }) {
  const { lab, positionOf } = state;
  const { planted, faults } = view;
  const fusion = positionOf("fusion") === "ranks" ? "ranks" : "weights";
  return (
    <Form
      method="get"
      className="lab-inputs"
      aria-label="The question and the knobs"
      preventScrollReset
      onSubmit={(event) => {
        event.preventDefault();
        lab.flush();
      }}
    >
      {planted ? <input type="hidden" name="planted" value={planted.id} /> : null}
      {planted ? null : <QuestionFields view={view} state={state} />}
      {knobsShown({ fusion }).map((knob) => {
        const fault = faults.find((each) => each.knob === knob);
        return (
          <KnobField
            key={knob}
            knob={knob}
            position={positionOf(knob)}
            fault={fault ? faultWords(fault) : null}
            onPosition={(position) => lab.change({ [knob]: position })}
          />
        );
      })}
      <div className="row">
        <noscript>
          <Button look="go">Run the search</Button>
        </noscript>
        <Link className="btn" to={planted ? `?planted=${planted.id}` : "?"} preventScrollReset>
          {planted ? "Back to the failure" : "Back to what ships"}
        </Link>
      </div>
    </Form>
  );
}

type KnobFieldProps = {
  knob: KnobName;
  position: string;
  fault: string | null;
  onPosition: (position: string) => void;
};

function KnobField({ knob, position, fault, onPosition }: KnobFieldProps) {
  const id = useId();
  const { label, note, read } = knobWords[knob];
  const positions: readonly string[] = knobPositions[knob];
  const described = [fault ? `${id}-fault` : "", note ? `${id}-note` : ""].filter(Boolean).join(" ") || undefined;
  return (
    <div className="knob">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        name={knob}
        value={position}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described}
        onChange={(event) => onPosition(event.target.value)}
      >
        {positions.map((each) => (
          <option key={each} value={each}>
            {positionWords(knob, each)}
          </option>
        ))}
      </select>
      {fault ? (
        <p className="field-error" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
      {note ? (
        <p className="tiny muted" id={`${id}-note`}>
          {note} {read ? <Link to={read.address}>{read.words}</Link> : null}
        </p>
      ) : null}
    </div>
  );
}
