import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { LabHead } from "#app/components/labs/lab-head.tsx";
import { TuningLab } from "#app/components/labs/tuning/tuning-lab.tsx";
import { readTuningState } from "#app/components/labs/tuning/tuning-state.ts";
import { trainDefault } from "#app/services/labs/train-default.server.ts";

export const meta: MetaFunction = () => [
  { title: "What training changes, and what it forgets · Tradeoff" },
  {
    name: "description",
    content:
      "A small network, tuned before your eyes: full fine-tuning against a low-rank adapter, forgetting, its cure, overfitting, and adapters swapped on one base.",
  },
];

// Anyone may look: nothing here is anybody's. Only the default run is trained by the server, any other by the browser.
export async function loader({ request }: LoaderFunctionArgs) {
  const { isDefault } = readTuningState(new URL(request.url).searchParams);
  return { served: isDefault ? await trainDefault() : null };
}

/** What changes in the address is trained in the browser. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
  currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;

export default function Tuning() {
  const { served } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <LabHead name="Tuning" title="What training changes, and what it forgets">
        A small network learns a rule, then a customer’s exceptions: once by changing every weight, once by a thin
        adapter. It is trained here and now, so that you can watch what each of them loses.
      </LabHead>
      <TuningLab served={served} />
    </div>
  );
}
