import type { MetaFunction, ShouldRevalidateFunction } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { CostLab } from "#app/components/labs/cost/cost-lab.tsx";
import { figureReferences } from "#app/components/labs/preset/figure-reference.ts";
import { figuresAt } from "#app/domain/content/figures.ts";
import { costPresets } from "#app/domain/simulator/cost/cost-presets.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";

export const meta: MetaFunction = () => [
  { title: "Cost lab · Tradeoff" },
  {
    name: "description",
    content:
      "Published budgets for retrieval and fine-tuning, recomputed line by line, and where the cheaper one changes.",
  },
];

// Anyone may compute: nothing here is anybody's, and nothing is kept.
export async function loader() {
  const { figures } = await loadLibrary();
  return {
    figures: figureReferences(costPresets, (source) => figuresAt(figures, source)),
    today: new Date().toISOString().slice(0, 10),
  };
}

/** What is set stands in the address alone. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
  currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;

export default function CostLabPage() {
  return <CostLab {...useLoaderData<typeof loader>()} />;
}
