import type { MetaFunction, ShouldRevalidateFunction } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { DecideLab } from "#app/components/labs/decide/decide-lab.tsx";
import { getDecisionLab } from "#app/services/library/material/get-decision-lab.server.ts";

export const meta: MetaFunction = () => [
  { title: "Decision lab · Tradeoff" },
  {
    name: "description",
    content:
      "One situation through seven published decision procedures at once: who says what, and which rule parts them.",
  },
];

// Anyone may ask the procedures: nothing here is anybody's, and nothing is kept.
export async function loader() {
  return getDecisionLab();
}

/** What is known of the situation stands in the address alone. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
  currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;

export default function DecisionLabPage() {
  return <DecideLab {...useLoaderData<typeof loader>()} />;
}
