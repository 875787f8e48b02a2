import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ModelAnswer } from "#app/components/model-answer/model-answer.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { getModelAnswer } from "#app/services/grading/get-model-answer.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `One good answer, ${data.view.session.title}` : "No such answer"} · Tradeoff` },
];

// Only for whoever has finished an interview of their own at the scenario: before that it is as if it were not there.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { view: requireFound(await getModelAnswer(viewer, params.id ?? "")) };
}

export default function ModelAnswerPage() {
  const { view } = useLoaderData<typeof loader>();
  return <ModelAnswer view={view} />;
}
