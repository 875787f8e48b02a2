import { Field } from "#app/components/ui/field.tsx";
import { fewestMinutes, mostMinutes, mostParts } from "#app/domain/hiring/assessment.ts";
import { SelectField } from "./form-fields.tsx";

/** A scenario version that can be chosen. `number` is null for what ships. */
export type ShownChoice = { slug: string; hash: string; title: string; minutes: number; number: number | null };

type PartFieldsProps = {
  choices: readonly ShownChoice[];
  /** What stands in the fields, by their names. */
  given: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, string>>;
};

const shownAtFirst = 2;

/** The scenarios in their order. What is left empty is no part; without scripts all the rows are there too. */
export function PartFields({ choices, given, fields }: PartFieldsProps) {
  const numbers = Array.from({ length: mostParts }, (_, index) => index + 1);
  const used = numbers.findLast((number) => given[`part-${number}`]) ?? 0;
  const open = Math.min(mostParts, Math.max(shownAtFirst, used + 1));
  const row = (number: number) => <PartRow key={number} number={number} {...{ choices, given, fields }} />;
  return (
    <>
      <ol className="part-fields">{numbers.slice(0, open).map(row)}</ol>
      {open < mostParts ? (
        <details className="more-parts">
          <summary>More scenarios</summary>
          <ol className="part-fields" start={open + 1}>
            {numbers.slice(open).map(row)}
          </ol>
        </details>
      ) : null}
    </>
  );
}

function PartRow({ number, choices, given, fields }: PartFieldsProps & { number: number }) {
  const [part, minutes] = [`part-${number}`, `minutes-${number}`];
  return (
    <li className="part-row">
      <SelectField label={`Scenario ${number}`} name={part} defaultValue={given[part] ?? ""} error={fields[part]}>
        <option value="">None</option>
        <Choices choices={choices} valueOf={({ hash }) => hash} />
      </SelectField>
      <Field
        label={
          <>
            Minutes<span className="visually-hidden"> for scenario {number}</span>
          </>
        }
        name={minutes}
        type="number"
        min={fewestMinutes}
        max={mostMinutes}
        placeholder="as written"
        defaultValue={given[minutes] ?? ""}
        error={fields[minutes]}
      />
    </li>
  );
}

type ChoicesProps = { choices: readonly ShownChoice[]; valueOf: (choice: ShownChoice) => string; plain?: boolean };

/** The options: the organisation's own with the number of each version, then what ships. */
export function Choices({ choices, valueOf, plain = false }: ChoicesProps) {
  const words = ({ title, minutes, number }: ShownChoice) =>
    `${title}${number === null || plain ? "" : `, version ${number}`} (${minutes} min)`;
  const option = (choice: ShownChoice) => (
    <option key={choice.hash} value={valueOf(choice)}>
      {words(choice)}
    </option>
  );
  const own = choices.filter(({ number }) => number !== null);
  const shipped = choices.filter(({ number }) => number === null);
  return (
    <>
      {own.length > 0 ? <optgroup label="Your organisation’s">{own.map(option)}</optgroup> : null}
      {shipped.length > 0 ? <optgroup label="What ships, as it is now">{shipped.map(option)}</optgroup> : null}
    </>
  );
}
