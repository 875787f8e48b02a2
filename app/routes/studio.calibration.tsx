import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Calibration } from "#app/components/studio/calibration.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { findViewer } from "#app/http/viewer.server.ts";
import { getCalibration } from "#app/services/grading/get-calibration.server.ts";

export const meta: MetaFunction = () => [
  { title: "Calibration · Tradeoff" },
  { name: "description", content: "How far the offline grader agrees with author labels, and where it does not." },
];

// Only for those who may see the studio: rubrics and strong answers stand here. To anybody else the page is not there.
export async function loader({ request }: LoaderFunctionArgs) {
  return { view: requireFound(await getCalibration(await findViewer(request))) };
}

export default function CalibrationPage() {
  const { view } = useLoaderData<typeof loader>();
  return <Calibration view={view} />;
}
