import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { KnownPlaces } from "#app/domain/content/coverage.ts";
import { labNames } from "#app/domain/content/lab.ts";
import { costPresets } from "#app/domain/simulator/cost/cost-presets.ts";
import { procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { latencyPresets } from "#app/domain/simulator/latency/latency-presets.ts";
import type { ReadLedger } from "./read-ledger.server.ts";

type Written = {
  ledger: Pick<ReadLedger, "figures" | "contradictions" | "terms">;
  sections: ReadonlySet<string>;
  scenarios: ReadonlySet<string>;
};

/** Every place of the product that a page or the coverage may lead to. */
export async function knownPlaces({ ledger, sections, scenarios }: Written): Promise<KnownPlaces> {
  return {
    page: sections,
    scenario: scenarios,
    figure: idsOf(ledger.figures),
    contradiction: idsOf(ledger.contradictions),
    glossary: idsOf(ledger.terms),
    procedure: idsOf(procedures),
    cost: idsOf(costPresets),
    latency: idsOf(latencyPresets),
    lab: new Set(await labsWithPage()),
  };
}

function idsOf(entries: readonly { id: string }[]): Set<string> {
  return new Set(entries.map(({ id }) => id));
}

/** The labs that have a route. Where the source is not at hand, as in the built server, all of them have. */
async function labsWithPage(): Promise<readonly string[]> {
  const routes = await readdir(fileURLToPath(new URL("../../routes", import.meta.url))).catch(() => null);
  return routes === null ? labNames : labNames.filter((name) => routes.includes(`labs.${name}.tsx`));
}
