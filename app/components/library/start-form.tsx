import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { durationWords } from "#app/components/ui/duration-words.ts";
import { extraTimes, limitFor } from "#app/domain/interview/clock.ts";

export type StartMode = "practice" | "mock";

type StartFormProps = {
  /** Those to choose from, the usual one first. */
  modes: readonly StartMode[];
  minutes: number;
  name: string;
};

/** Practice or mock, and for whoever needs it more time. A plain form. */
export function StartForm({ modes, minutes, name }: StartFormProps) {
  const [usual] = modes;
  return (
    <Form method="post" className="start-form">
      {modes.length === 1 ? (
        <>
          <input type="hidden" name="mode" value={usual} />
          {usual ? <p className="ink-2">{modeWords(usual, minutes)}</p> : null}
        </>
      ) : (
        <fieldset className="mode-choices">
          <legend className="visually-hidden">How you do it</legend>
          {modes.map((mode) => (
            <label className="choice mode-choice" key={mode}>
              <input type="radio" name="mode" value={mode} defaultChecked={mode === usual} />
              <b>{mode === "practice" ? "Practice" : "Mock"}</b>
              <span className="ink-2">{modeWords(mode, minutes)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div className="start-row">
        {modes.includes("mock") ? <ExtraTime minutes={minutes} /> : null}
        <Button look="go" big>
          {name}
        </Button>
      </div>
    </Form>
  );
}

function modeWords(mode: StartMode, minutes: number): string {
  if (mode === "practice") return "Hints when you ask for them, feedback after each answer, no limit of time.";
  return `${minutes} minutes by the server’s clock, which runs on while you are away. No hints, feedback at the end, one pause. When time is up, what you have typed goes along.`;
}

function ExtraTime({ minutes }: { minutes: number }) {
  return (
    <div className="field extra-time">
      <label htmlFor="extra-time">Extra time in a mock, if you need it</label>
      <select id="extra-time" name="extraTimePercent" defaultValue="0">
        {extraTimes.map((percent) => (
          <option key={percent} value={percent}>
            {`${percent === 0 ? "None" : `${percent} % more`}: ${durationWords(limitFor(minutes, percent))}`}
          </option>
        ))}
      </select>
    </div>
  );
}
