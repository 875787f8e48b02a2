/**
 * Whether the sources recommend different approaches for one situation: positions of different approaches that are each
 * backed by a source.
 */
import type { Scenario } from "./schema.ts";

export function sourcesDisagree({ positions }: Pick<Scenario, "positions">): boolean {
  const backed = positions.filter(({ sources, strength }) => strength !== "weak" && (sources ?? []).length > 0);
  return new Set(backed.map(({ approach }) => approach)).size > 1;
}
