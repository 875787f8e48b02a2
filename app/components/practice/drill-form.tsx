import { Form } from "@remix-run/react";
import { useRef, type KeyboardEvent } from "react";
import { ApproachGlyph } from "#app/components/ui/approach.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";
import { approachChanges, approaches, approachName } from "#app/domain/scenarios/approach.ts";
import { DrillClock } from "./drill-clock.tsx";

export type DrillProblems = { approach?: string | undefined; reason?: string | undefined };

type DrillFormProps = {
  situation: string;
  remainingMs: number;
  typed: { approach: string; reason: string };
  problems: DrillProblems;
};

/** One situation, four approaches and room for a sentence or two. */
export function DrillForm({ situation, remainingMs, typed, problems }: DrillFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  return (
    <div className="drill">
      <div className="drill-head">
        <p className="label">The situation</p>
        <DrillClock remainingMs={remainingMs} />
      </div>
      <p className="drill-situation">{situation}</p>
      <Form method="post" className="drill-form" ref={form}>
        <fieldset aria-describedby={problems.approach ? "approach-problem" : undefined}>
          <legend>Which approach?</legend>
          {approaches.map((approach) => (
            <label key={approach} className="choice">
              <input type="radio" name="approach" value={approach} defaultChecked={typed.approach === approach} />
              <span className="approach" data-approach={approach}>
                <ApproachGlyph approach={approach} />
                {approachName[approach]}
              </span>
              <span className="small muted">{approachChanges[approach]}</span>
            </label>
          ))}
          {problems.approach ? (
            <p className="field-error" id="approach-problem">
              {problems.approach}
            </p>
          ) : null}
        </fieldset>
        <div className="field">
          <label htmlFor="drill-reason">The one condition that decides, in a sentence or two</label>
          <textarea
            id="drill-reason"
            name="reason"
            rows={3}
            defaultValue={typed.reason}
            onKeyDown={press}
            aria-invalid={problems.reason ? true : undefined}
            aria-describedby={problems.reason ? "reason-problem" : undefined}
          />
          {problems.reason ? (
            <p className="error" id="reason-problem">
              {problems.reason}
            </p>
          ) : null}
        </div>
        <div className="row wide">
          <button className="btn go">Answer</button>
          <span className="tiny muted recall-keys">
            <Kbd>Ctrl</Kbd> <Kbd>↵</Kbd> sends it
          </span>
        </div>
      </Form>
    </div>
  );
}
