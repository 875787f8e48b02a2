import { useMemo } from "react";
import type { Values } from "#app/domain/simulator/input.ts";
import { latencyPresets } from "#app/domain/simulator/latency/latency-presets.ts";
import type { StageValues } from "#app/domain/simulator/latency/stage-lines.ts";
import { computeStages, drawTotals, stages } from "#app/domain/simulator/latency/stages.ts";
import type { Preset } from "#app/domain/simulator/preset.ts";
import type { FigureReferences } from "../preset/figure-reference.ts";
import { PresetLab } from "../preset/preset-lab.tsx";
import { readPresetState } from "../preset-state.ts";
import { useLabState } from "../use-lab-state.ts";
import { cacheView } from "./cache-view.tsx";
import type { LatencyShown, LatencyView } from "./latency-view.ts";
import { promptView } from "./prompt-view.tsx";
import { stagesView } from "./stages-view.tsx";
import { streamingView } from "./streaming-view.tsx";

const views: Readonly<Record<string, LatencyView>> = {
  "s0-stages": stagesView,
  "s0-semantic-cache": cacheView,
  "s0-prompt-length": promptView,
  "s0-streaming": streamingView,
};

/** The latency models of the sources, computed where they are shown. */
export function LatencyLab({ figures }: { figures: FigureReferences }) {
  const lab = useLabState();
  const state = readPresetState(latencyPresets, lab.params);
  const { preset } = state;
  const view = views[preset.id];
  const shown = useShown(preset, state.values);
  if (!view) throw new Error(`The latency lab does not know how to show ${preset.id}.`);
  const { Chart, Further } = view;
  return (
    <PresetLab
      name="Latency"
      title="Where the time goes"
      lead="Percentiles do not add up, a cache has no typical answer, and a stream begins long before it ends. Move an input and see by how much."
      tabs={latencyPresets.map(({ id }) => ({ id, name: views[id]?.tab ?? id }))}
      state={state}
      lab={lab}
      computed={shown.computed}
      figures={figures}
      first={view.first}
      note={view.note}
      answer={view.answer(shown)}
      chart={<Chart {...shown} />}
      further={<Further {...shown} />}
    />
  );
}

/** Drawing many requests takes a moment, so it is done anew only for other inputs. */
function useShown(preset: Preset, values: Values): LatencyShown {
  const written = JSON.stringify(values);
  return useMemo(() => {
    const kept = JSON.parse(written) as Values;
    if (preset !== stages) return { values: kept, computed: preset.compute(kept), totals: null };
    const totals = drawTotals(kept as StageValues);
    return { values: kept, computed: computeStages(kept as StageValues, totals), totals };
  }, [preset, written]);
}
