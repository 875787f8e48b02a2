import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import type { Input } from "#app/domain/simulator/input.ts";
import { faultWords } from "../fault-words.ts";
import type { FigureReferences } from "./figure-reference.ts";
import { LabInput } from "../lab-input.tsx";
import { presetParameter, type PresetState } from "../preset-state.ts";
import { withChanges, type LabState } from "../use-lab-state.ts";

type PresetInputsProps = {
  state: PresetState;
  lab: LabState;
  /** The inputs that stand first; the others are one click away. */
  first: readonly string[];
  figures: FigureReferences;
  wordsOf?: (input: string, value: number) => string | null;
  /** What else the address holds and a form without scripts must hand on. */
  carried?: readonly (readonly [name: string, value: string])[];
  /** What the model is and leaves out, in a sentence. */
  note?: ReactNode;
};

/** The inputs of a model as one form: live with scripts, sent by a button without. */
export function PresetInputs({ state, lab, first, note, carried = none, ...shared }: PresetInputsProps) {
  const { preset, faults } = state;
  const isFirst = ({ id }: Input) => first.includes(id) || faults.some(({ input }) => input === id);
  const [shown, more] = [preset.inputs.filter(isFirst), preset.inputs.filter((input) => !isFirst(input))];
  const inOrder = shown.toSorted((one, other) => rank(one, first) - rank(other, first));
  const fields = (inputs: readonly Input[]) =>
    inputs.map((input) => <PresetInput key={input.id} input={input} state={state} lab={lab} {...shared} />);
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
      <input type="hidden" name={presetParameter} value={preset.id} />
      {carried.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields(inOrder)}
      {more.length > 0 ? (
        <details className="outline lab-more">
          <summary>{more.length === 1 ? "One more input" : `${more.length} more inputs`}</summary>
          <div className="lab-inputs">{fields(more)}</div>
        </details>
      ) : null}
      <div className="row">
        <noscript>
          <Button look="go">Compute</Button>
        </noscript>
        <Link className="btn" to={`?${presetParameter}=${preset.id}`} preventScrollReset>
          Back to the source’s inputs
        </Link>
      </div>
      {note ? <p className="tiny muted">{note}</p> : null}
    </Form>
  );
}

const none: [] = [];

function rank({ id }: Input, first: readonly string[]): number {
  const at = first.indexOf(id);
  return at === -1 ? first.length : at;
}

type PresetInputProps = Pick<PresetInputsProps, "state" | "lab" | "figures" | "wordsOf"> & { input: Input };

function PresetInput({ input, state, lab, figures, wordsOf }: PresetInputProps) {
  const { preset, texts, values, faults } = state;
  const fault = faults.find((each) => each.input === input.id);
  const figure = figures[`${preset.id}/${input.id}`];
  return (
    <LabInput
      input={input}
      text={texts[input.id] ?? ""}
      value={values[input.id] ?? input.default}
      fault={fault ? faultWords(fault, preset.inputs) : null}
      onText={(text) => lab.change({ [presetParameter]: preset.id, [input.id]: text })}
      wordsOf={(value) => wordsOf?.(input.id, value) ?? null}
      hrefOf={(value) => `?${withChanges(lab.params, { [input.id]: String(value) }).toString()}`}
      figureHref={figure ? `/figures#${figure.id}` : null}
    />
  );
}
