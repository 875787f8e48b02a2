import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { RegradePage } from "#app/components/studio/regrades/regrade-page.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { cancelRegrade } from "#app/services/authoring/regrade/cancel-regrade.server.ts";
import { getRegrade } from "#app/services/authoring/regrade/get-regrade.server.ts";
import { retryRegrade } from "#app/services/authoring/regrade/retry-regrade.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `A regrade of ${loaded.view.scenario.title}` : "No such regrade"} · Tradeoff` },
];

type Params = LoaderFunctionArgs["params"];

const wantedOf = ({ organisation = "", slug = "", id = "" }: Params) => ({ organisation, slug, regradeId: id });

// For instructors and admins of the organisation.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { view: requireFound(await getRegrade(viewer, wantedOf(params))) };
}

const notDone = {
  cancel: "It had ended already.",
  retry: "There is nothing to try again, or another regrade of this scenario is under way.",
};

// For instructors and admins of the organisation.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const intent = (await request.formData()).get("intent") === "retry" ? "retry" : "cancel";
  const act = intent === "retry" ? retryRegrade : cancelRegrade;
  const done = requireFound(await act(viewer, wantedOf(params)));
  return done ? redirect(new URL(request.url).pathname) : data({ message: notDone[intent] }, { status: 409 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function RegradeRoute() {
  const refused = useAnswer<typeof action>();
  return <RegradePage {...useLoaderData<typeof loader>()} message={refused?.message ?? null} />;
}
