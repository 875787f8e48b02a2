import { usesOfPage, figuresOfValue, type FigureUse } from "#app/domain/content/figures-uses.ts";
import { figuresAt, type Figure } from "#app/domain/content/figures.ts";
import { costPresets } from "#app/domain/simulator/cost/cost-presets.ts";
import { procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { latencyPresets } from "#app/domain/simulator/latency/latency-presets.ts";
import { defaultsOf, type Preset } from "#app/domain/simulator/preset.ts";
import type { Library } from "../load-library.server.ts";

/** Where each figure is stated or cited, by its id. */
export type FigureUses = ReadonlyMap<string, FigureUse[]>;

const known = new WeakMap<Library, FigureUses>();

/** The sections, scenarios and labs that use a figure of the ledger; computed once for a library. */
export function listFigureUses(library: Library): FigureUses {
  const uses = known.get(library) ?? computeUses(library);
  known.set(library, uses);
  return uses;
}

function computeUses({ pages, scenarios, figures }: Library): FigureUses {
  const uses = new Map<string, FigureUse[]>(figures.map(({ id }) => [id, []]));
  const add = ({ id }: Figure, use: FigureUse) => {
    const own = uses.get(id);
    if (own && !own.some(({ to }) => to === use.to)) own.push(use);
  };
  for (const page of pages) for (const { figure, use } of usesOfPage(page, figures)) add(figure, use);
  for (const { scenario } of scenarios) {
    const use = { to: `/scenarios/${scenario.slug}`, title: scenario.title };
    for (const fact of scenario.facts) for (const figure of figuresOfValue(fact, figures)) add(figure, use);
  }
  const costLab = { to: "/labs/cost", title: "Cost lab" };
  const latencyLab = { to: "/labs/latency", title: "Latency lab" };
  for (const preset of costPresets) for (const figure of figuresOfPreset(preset, figures)) add(figure, costLab);
  for (const preset of latencyPresets) for (const figure of figuresOfPreset(preset, figures)) add(figure, latencyLab);
  const decisionLab = { to: "/labs/decide", title: "Decision lab" };
  for (const { source } of procedures.flatMap(({ questions }) => questions)) {
    for (const figure of figuresAt(figures, source)) add(figure, decisionLab);
  }
  return uses;
}

/** The figures that a model takes as inputs, and those that it computes beside their print. */
function figuresOfPreset(preset: Preset, figures: readonly Figure[]): Figure[] {
  const { lines } = preset.compute(defaultsOf(preset));
  const inputs = preset.inputs.flatMap(({ unit, source, default: value, conflicts = [] }) => [
    { value, unit, source },
    ...conflicts.map((other) => ({ value: other.value, unit, source: other.source })),
  ]);
  const printed = lines.flatMap((line) => (line.printed === null ? [] : [{ ...line, value: line.printed }]));
  return [...inputs, ...printed].flatMap((given) => figuresOfValue(given, figures));
}
