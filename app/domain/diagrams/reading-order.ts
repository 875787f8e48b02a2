/**
 * The order in which a person reads a flowchart: along the arrows, each chain as far as it goes. Where arrows run in a
 * circle, the order of the source decides.
 */
import type { GraphEdge } from "./graph.ts";

type Step = Pick<GraphEdge, "from" | "to">;

/**
 * Follows each chain to where it waits for another, then takes the next beginning. Every id comes once; linear in
 * boxes and links.
 */
export function readingOrder(ids: readonly string[], edges: readonly Step[]): string[] {
  const steps = edges.filter(({ from, to }) => from !== to);
  const waiting = new Map<string, number>();
  const next = new Map<string, string[]>();
  for (const { from, to } of steps) {
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
    const targets = next.get(from);
    if (targets) targets.push(to);
    else next.set(from, [to]);
  }
  const order = new Set<string>();
  const follow = (first: string) => {
    const ready = [first];
    for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
      if (order.has(id)) continue;
      order.add(id);
      for (const to of (next.get(id) ?? []).toReversed()) {
        const left = (waiting.get(to) ?? 0) - 1;
        waiting.set(to, left);
        if (left === 0) ready.push(to);
      }
    }
  };
  for (const id of ids) if (!waiting.has(id)) follow(id);
  for (const id of ids) follow(id);
  return [...order];
}
