import { figuresOfValue } from "#app/domain/content/figures-uses.ts";
import type { BadgedFigure } from "#app/domain/content/figures-words.ts";
import type { Source } from "#app/domain/scenarios/schema.ts";
import { loadLibrary } from "../load-library.server.ts";

type GivenValue = { id: string; value: number | string; unit?: string; source?: Source | null };

/** The entries of the ledger behind values that are shown with their source, by the ids of the values. */
export async function listFiguresOf(values: readonly GivenValue[]): Promise<Record<string, BadgedFigure[]>> {
  const { figures } = await loadLibrary();
  return Object.fromEntries(
    values.map((given) => [
      given.id,
      figuresOfValue(given, figures).map(({ id, status, recomputed, value, unit }) => ({
        id,
        status,
        recomputed,
        value,
        unit,
      })),
    ]),
  );
}
