import type { MetaFunction, ShouldRevalidateFunction } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { LatencyLab } from "#app/components/labs/latency/latency-lab.tsx";
import { figureReferences } from "#app/components/labs/preset/figure-reference.ts";
import { figuresAt } from "#app/domain/content/figures.ts";
import { latencyPresets } from "#app/domain/simulator/latency/latency-presets.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";

export const meta: MetaFunction = () => [
  { title: "Latency lab · Tradeoff" },
  {
    name: "description",
    content: "Stages, caches, prompts and streaming: published latencies, drawn and recomputed.",
  },
];

// Anyone may compute: nothing here is anybody's, and nothing is kept.
export async function loader() {
  const { figures } = await loadLibrary();
  return { figures: figureReferences(latencyPresets, (source) => figuresAt(figures, source)) };
}

/** What is set stands in the address alone. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
  currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;

export default function LatencyLabPage() {
  return <LatencyLab {...useLoaderData<typeof loader>()} />;
}
