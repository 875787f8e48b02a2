import { Form } from "@remix-run/react";
import { formatUtc } from "#app/components/ui/time.tsx";
import { byScenario, type Attempt } from "./progress-words.ts";

/** For each scenario tried at least twice: two of its attempts, side by side. Nothing where there are not two. */
export function CompareForms({ attempts }: { attempts: readonly Attempt[] }) {
  const repeated = byScenario(attempts).filter((group) => group.length > 1);
  return repeated.map((group) => (
    <Form key={group[0]?.slug} method="get" action="/progress/compare" className="compare-form">
      <fieldset>
        <legend>{group[0]?.title}</legend>
        <AttemptSelect name="first" label="This attempt" attempts={group} chosen={group.at(0)} />
        <AttemptSelect name="second" label="with this one" attempts={group} chosen={group.at(-1)} />
        <button className="btn">Compare</button>
      </fieldset>
    </Form>
  ));
}

type SelectProps = { name: string; label: string; attempts: Attempt[]; chosen: Attempt | undefined };

function AttemptSelect({ name, label, attempts, chosen }: SelectProps) {
  return (
    <label className="compare-choice">
      <span className="small muted">{label}</span>
      <select className="input" name={name} defaultValue={chosen?.sessionId}>
        {attempts.map((attempt, index) => (
          <option key={attempt.sessionId} value={attempt.sessionId}>
            {index + 1}: {attempt.score} of 100, {formatUtc(attempt.finishedAt, "date")}
          </option>
        ))}
      </select>
    </label>
  );
}
