import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { LabelPage, type RefusedLabels } from "#app/components/studio/try/label-page.tsx";
import { readText } from "#app/http/form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { readLabelForm } from "#app/http/try-form.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { getSample } from "#app/services/authoring/dry-run/get-sample.server.ts";
import { labelAnswer } from "#app/services/authoring/dry-run/label-answer.server.ts";
import { removeAnswer } from "#app/services/authoring/dry-run/remove-answer.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Label an answer, ${loaded.sample.scenarioTitle}` : "No such answer"} · Tradeoff` },
];

// Only authors of the organisation.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug = "", name = "" } = params;
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  const { handle } = membership;
  const sample = requireFound(await getSample(viewer, { organisation: handle, slug, name }));
  return { organisation: { handle, name: membership.name }, slug, sample };
}

// Only authors of the organisation.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { slug = "", name = "" } = params;
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  const wanted = { organisation: membership.handle, slug };
  const toTry = `/studio/${membership.handle}/scenarios/${slug}/try`;
  const form = await request.formData();
  if (readText(form, "intent") === "remove") {
    requireFound(await removeAnswer(viewer, wanted, name));
    return redirect(toTry);
  }
  const given = readLabelForm(form);
  const labelled = requireFound(await labelAnswer(viewer, wanted, { name, given }));
  if (labelled.ok) return redirect(toTry);
  return data<RefusedLabels>({ given, problems: labelled.problems }, { status: 400 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function LabelAnswer() {
  const loaded = useLoaderData<typeof loader>();
  return <LabelPage {...loaded} refused={useAnswer<typeof action>() ?? null} />;
}
