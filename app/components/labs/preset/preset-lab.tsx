import type { ReactNode } from "react";
import { Message } from "#app/components/ui/message.tsx";
import type { Computed } from "#app/domain/simulator/preset.ts";
import type { FigureReferences } from "./figure-reference.ts";
import { LabHead } from "../lab-head.tsx";
import { PresetInputs } from "./preset-inputs.tsx";
import { presetParameter, type PresetState } from "../preset-state.ts";
import { PresetTabs } from "./preset-tabs.tsx";
import { PrintedTable } from "./printed-table.tsx";
import type { LabState } from "../use-lab-state.ts";

type PresetLabProps = {
  name: string;
  title: string;
  lead: ReactNode;
  tabs: readonly { id: string; name: string }[];
  state: PresetState;
  lab: LabState;
  computed: Computed;
  figures: FigureReferences;
  /** The inputs that stand first. */
  first: readonly string[];
  wordsOf?: (input: string, value: number) => string | null;
  carried?: readonly (readonly [name: string, value: string])[];
  note: ReactNode;
  /** The answer, as a sentence. */
  answer: string;
  /** The chart beneath the answer. */
  chart: ReactNode;
  /** Two parts side by side, beneath. */
  further: ReactNode;
  /** After the tables. */
  children?: ReactNode;
};

/** The page of a lab whose models are presets: inputs, the answer with its chart, what is behind it, the tables. */
export function PresetLab({ name, title, lead, tabs, chart, answer, further, children, ...shared }: PresetLabProps) {
  const { state, lab, computed, figures, first, wordsOf, carried, note } = shared;
  const { preset, values, unknownPreset } = state;
  const asPrinted = preset.inputs.every(({ id, default: own }) => values[id] === own);
  return (
    <div className="wrap lab">
      <LabHead name={name} title={title}>
        {lead}
      </LabHead>
      <PresetTabs
        label="Models"
        tabs={tabs.map((tab) => ({ ...tab, href: `?${presetParameter}=${tab.id}` }))}
        selected={preset.id}
      />
      {unknownPreset === null ? null : (
        <Message tone="warn" title={`There is no model “${unknownPreset.slice(0, 40)}”.`}>
          {preset.title} is shown instead; the models are the tabs above.
        </Message>
      )}
      <section className="lab-grid" aria-label={preset.title}>
        <PresetInputs
          key={preset.id}
          state={state}
          lab={lab}
          first={first}
          figures={figures}
          wordsOf={wordsOf}
          carried={carried}
          note={note}
        />
        <div className="lab-main">
          <p className="lab-answer" role="status">
            {answer}
          </p>
          {chart}
        </div>
      </section>
      <div className="lab-two">{further}</div>
      <PrintedTable preset={preset.id} lines={computed.lines} figures={figures} asPrinted={asPrinted} />
      <section className="part" aria-labelledby="notes">
        <h2 id="notes">Why ours differs, and what it stands on</h2>
        <ul className="prose lab-notes">
          {computed.notes.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </section>
      {children}
    </div>
  );
}
