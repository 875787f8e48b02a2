import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { tuningInputs } from "#app/domain/simulator/tuning/tuning-inputs.ts";
import { faultWords } from "../fault-words.ts";
import { LabInput } from "../lab-input.tsx";
import { withChanges, type LabState } from "../use-lab-state.ts";
import type { TuningState } from "./tuning-state.ts";

/** The inputs of a run: live with scripts, sent by a button without. */
export function TuningForm({ state, lab }: { state: TuningState; lab: LabState }) {
  const { inputs, texts, faults } = state;
  const values: Readonly<Record<string, number>> = inputs;
  return (
    <Form
      method="get"
      className="lab-inputs"
      aria-label="Inputs"
      preventScrollReset
      onSubmit={(event) => {
        event.preventDefault();
        lab.flush();
      }}
    >
      {tuningInputs.map((input) => {
        const fault = faults.find((each) => each.input === input.id);
        return (
          <LabInput
            key={input.id}
            input={input}
            text={texts[input.id] ?? ""}
            value={values[input.id] ?? input.default}
            fault={fault ? faultWords(fault, tuningInputs) : null}
            onText={(text) => lab.change({ [input.id]: text })}
            hrefOf={(value) => `?${withChanges(lab.params, { [input.id]: String(value) }).toString()}`}
          />
        );
      })}
      <div className="row">
        <noscript>
          <Button look="go">Use these inputs</Button>
        </noscript>
        <Link className="btn" to="/labs/tuning" preventScrollReset>
          Back to the defaults
        </Link>
      </div>
    </Form>
  );
}
