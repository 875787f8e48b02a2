import type { Scenario } from "#app/domain/scenarios/schema.ts";
import type { LibraryScenario } from "../load-library.server.ts";

export type Asker = Pick<Scenario, "slug" | "title">;

/** Who asks for something that a study page says: situations, and exercises in reading code. */
export type Askers = { scenarios: Asker[]; exercises: Asker[] };

export function findAskers(scenarios: readonly LibraryScenario[], page: string): Askers {
  const asking = scenarios.map(({ scenario }) => scenario).filter((scenario) => sendsTo(scenario, page));
  const named = (kept: readonly Scenario[]) => kept.map(({ slug, title }) => ({ slug, title }));
  return {
    scenarios: named(asking.filter(({ kind }) => kind !== "code-reading")),
    exercises: named(asking.filter(({ kind }) => kind === "code-reading")),
  };
}

function sendsTo({ rubric }: Scenario, page: string): boolean {
  return rubric.criteria.some(({ checks, redFlags }) =>
    [...checks, ...redFlags].some(({ study }) => study?.startsWith(`${page}#`)),
  );
}
