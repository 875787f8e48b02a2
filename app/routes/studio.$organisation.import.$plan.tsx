import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { ImportPlan } from "#app/components/studio/files/import-plan.tsx";
import { readText } from "#app/http/form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import {
  importScenarios,
  type ChosenScenario,
  type ImportedScenario,
} from "#app/services/authoring/files/import-scenarios.server.ts";
import { getImportPlan } from "#app/services/authoring/files/plan-import.server.ts";

export const meta: MetaFunction = () => [{ title: "What this import would do · Tradeoff" }];

// For the author who sent the zip, for half an hour.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  const plan = await getImportPlan(viewer, { organisation: membership.handle, planId: params.plan ?? "" });
  return { plan: requireFound(plan) };
}

function readChosen(form: FormData): ChosenScenario[] {
  return form.getAll("import").flatMap((slug): ChosenScenario[] => {
    if (typeof slug !== "string") return [];
    const name = readText(form, `name:${slug}`).trim();
    return [{ slug, name: name === "" ? null : name }];
  });
}

function outcomesOf(imported: readonly ImportedScenario[]) {
  const refused = imported.flatMap((each) => ("message" in each ? [[each.slug, each.message] as const] : []));
  const names = imported.flatMap((each) => ("name" in each ? [each.name] : []));
  return { refused: Object.fromEntries(refused), imported: names };
}

// For the author who sent the zip: does what was looked at, as far as nobody changed the drafts meanwhile.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  const chosen = readChosen(await request.formData());
  const none = { refused: {}, imported: [] };
  if (chosen.length === 0) return data({ ...none, message: "Tick at least one scenario." }, { status: 400 });
  const wanted = { organisation: membership.handle, planId: params.plan ?? "", chosen };
  const outcome = requireFound(await importScenarios(viewer, wanted));
  const { refused, imported } = outcomesOf(outcome.imported);
  if (Object.keys(refused).length > 0) return data({ refused, imported, message: null }, { status: 409 });
  const done = new URLSearchParams(imported.map((name) => ["done", name]));
  return redirect(`/studio/${membership.handle}/import?${done}`);
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function ImportPlanPage() {
  const { plan } = useLoaderData<typeof loader>();
  const said = useAnswer<typeof action>();
  return (
    <ImportPlan
      plan={plan}
      refused={said?.refused ?? {}}
      imported={said?.imported ?? []}
      message={said?.message ?? null}
    />
  );
}
