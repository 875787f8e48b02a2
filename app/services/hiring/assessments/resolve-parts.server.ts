import type { AssessmentSettings } from "#app/domain/hiring/assessment.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { keepVersion } from "#app/services/library/keep-version.server.ts";
import type { LibraryScenario } from "#app/services/library/load-library.server.ts";
import type { ScenarioChoice } from "./list-choices.server.ts";

type PartRow = { position: number; slug: string; scenarioHash: string; minutes: number };
type Standing = { parts: readonly { slug: string; scenarioHash: string; minutes: number }[]; warmUp: string | null };
export type FieldProblems = Record<string, string>;
export type ResolvedParts = { ok: true; parts: PartRow[] } | { ok: false; fields: FieldProblems };

type Wanted = {
  choices: readonly ScenarioChoice[];
  settings: AssessmentSettings;
  /** What the draft holds already stays open to choose, also once something newer ships. */
  standing: Standing;
};

/** The scenario versions that were chosen, as rows; or which choice cannot be, by the name of its field. */
export function resolveParts({ choices, settings, standing }: Wanted): ResolvedParts {
  const known = [...choices, ...standing.parts.map((part) => ({ ...part, hash: part.scenarioHash }))];
  const fields: FieldProblems = {};
  const taken = new Set<string>();
  const parts = settings.parts.flatMap(({ scenarioHash, minutes }, index) => {
    const field = `part-${index + 1}`;
    const found = known.find(({ hash }) => hash === scenarioHash);
    if (!found) fields[field] = "This version cannot be chosen any more: choose another.";
    else if (taken.has(found.slug)) fields[field] = "This scenario is a part already: nobody takes one twice.";
    if (!found || fields[field]) return [];
    taken.add(found.slug);
    return [{ position: index + 1, slug: found.slug, scenarioHash, minutes: minutes ?? found.minutes }];
  });
  const { warmUp } = settings;
  if (warmUp !== null && warmUp !== standing.warmUp && !choices.some(({ slug }) => slug === warmUp)) {
    fields.warmUp = "This scenario cannot be chosen any more: choose another.";
  }
  if (warmUp !== null && taken.has(warmUp)) fields.warmUp = "The warm-up is one of the parts: choose another scenario.";
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, parts };
}

/** Keeps what ships as it is now; what an organisation published is kept already. */
export async function keepVersionsOf(
  tx: Prisma.TransactionClient,
  { parts, scenarios }: { parts: readonly PartRow[]; scenarios: readonly LibraryScenario[] },
): Promise<void> {
  for (const { scenarioHash } of parts) {
    const shipped = scenarios.find(({ hash }) => hash === scenarioHash);
    if (shipped) await keepVersion(tx, shipped);
  }
}
