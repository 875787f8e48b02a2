import { useId } from "react";
import type { Asker } from "#app/domain/simulator/decide/question-fields.ts";
import { situationFields, type SituationField } from "#app/domain/simulator/decide/situation.ts";
import { SourceLink } from "./decision-links.tsx";
import { fieldWords } from "./situation-words.ts";

type FactFieldProps = {
  field: SituationField;
  /** As it is written; empty for what is not known. */
  text: string;
  fault: string | null;
  askers: readonly Asker[];
  onText: (text: string) => void;
};

/** One fact: how it is answered, what is wrong with the answer, and who asks for it in which line. */
export function FactField(props: FactFieldProps) {
  const { field, fault, askers } = props;
  const id = useId();
  const faultId = fault ? `${id}-fault` : undefined;
  const rule = situationFields[field];
  return (
    <div className="fact" id={`fact-${field}`}>
      {rule.kind === "yes-no" ? (
        <YesNo {...props} faultId={faultId} />
      ) : rule.kind === "choice" ? (
        <Choice {...props} id={id} faultId={faultId} options={rule.options} />
      ) : (
        <Amount {...props} id={id} faultId={faultId} />
      )}
      {fault ? (
        <p className="field-error" id={faultId}>
          {fault}
        </p>
      ) : null}
      <Askers askers={askers} />
    </div>
  );
}

type ControlProps = FactFieldProps & { faultId: string | undefined };

const answers = [
  { value: "yes", words: "Yes" },
  { value: "no", words: "No" },
  { value: "", words: "Not known" },
];

function YesNo({ field, text, fault, faultId, onText }: ControlProps) {
  const chosen = fault ? "" : text.trim();
  return (
    <fieldset aria-describedby={faultId}>
      <legend>{fieldWords[field].label}</legend>
      <div className="seg">
        {answers.map(({ value, words }) => (
          <label key={value}>
            <input type="radio" name={field} value={value} checked={chosen === value} onChange={() => onText(value)} />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ChoiceProps = ControlProps & { id: string; options: readonly string[] };

function Choice({ field, text, fault, faultId, id, options, onText }: ChoiceProps) {
  return (
    <>
      <label htmlFor={id}>{fieldWords[field].label}</label>
      <select
        id={id}
        className="input"
        name={field}
        value={fault ? "" : text.trim()}
        aria-invalid={fault ? true : undefined}
        aria-describedby={faultId}
        onChange={(event) => onText(event.target.value)}
      >
        <option value="">Not known</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {fieldWords[field].options?.[option] ?? option}
          </option>
        ))}
      </select>
    </>
  );
}

function Amount({ field, text, fault, faultId, id, onText }: ControlProps & { id: string }) {
  return (
    <>
      <label htmlFor={id}>{fieldWords[field].label}</label>
      <span className="fact-amount">
        <input
          id={id}
          className="input num"
          name={field}
          inputMode="decimal"
          autoComplete="off"
          placeholder="Not known"
          value={text}
          aria-invalid={fault ? true : undefined}
          aria-describedby={`${faultId ? `${faultId} ` : ""}${id}-unit`}
          onChange={(event) => onText(event.target.value)}
        />
        <span className="muted" id={`${id}-unit`}>
          {fieldWords[field].unit}
        </span>
      </span>
    </>
  );
}

function Askers({ askers }: { askers: readonly Asker[] }) {
  const documents = [...new Set(askers.map(({ question }) => question.source.split(":")[0]))];
  return (
    <details className="fact-askers tiny">
      <summary>
        {askers.length === 1 ? "Asked once" : `Asked ${askers.length} times`}, by {documents.join(", ")}
      </summary>
      <ul>
        {askers.map(({ procedure, question: { id, asks, reads, source } }) => (
          <li key={`${procedure} ${id}`}>
            {asks} <SourceLink source={source} />
            {reads ? <span className="fact-reads">Read here as: {reads}.</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
