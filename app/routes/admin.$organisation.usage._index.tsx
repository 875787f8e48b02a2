import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { Usage, type UsageTold } from "#app/components/usage/usage.tsx";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { type FormProblems, parseForm, readText } from "#app/http/form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { type UsageForm, UsageFormSchema } from "#app/http/usage-form.server.ts";
import { requireMember, requireViewer } from "#app/http/viewer.server.ts";
import { getUsage } from "#app/services/usage/get-usage.server.ts";
import { setBudget } from "#app/services/usage/set-budget.server.ts";
import { removeKey, setKey } from "#app/services/usage/set-key.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Usage and cost of ${loaded.view.organisation.name}` : "No such page"} · Tradeoff` },
];

// For the organisation's admins.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { view: requireFound(await getUsage(viewer, { organisation: params.organisation ?? "" })) };
}

async function take(viewer: Viewer, organisation: string, sent: UsageForm): Promise<string> {
  switch (sent.intent) {
    case "budget":
      requireFound(await setBudget(viewer, { organisation, ...sent }));
      return "The budget is saved.";
    case "key":
      requireFound(await setKey(viewer, { organisation, ...sent }));
      return "The key is kept. It is used from the next call on.";
    case "remove-key":
      requireFound(await removeKey(viewer, organisation));
      return "The key is removed.";
  }
}

/** What was typed comes back, but never a key. */
function refusedOf(form: FormData, { fields }: FormProblems): UsageTold {
  if (readText(form, "intent") === "key")
    return { tone: "refused", form: "key", error: fields.apiKey ?? "Paste the key." };
  const given = { totalUsd: readText(form, "totalUsd"), perPersonUsd: readText(form, "perPersonUsd") };
  return { tone: "refused", form: "budget", refused: { given, fields } };
}

// For the organisation's admins; the services ask the table of permissions for each intent.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "see_usage");
  const form = await request.formData();
  const parsed = parseForm(UsageFormSchema, form);
  if (!parsed.ok) return data<UsageTold>(refusedOf(form, parsed.problems), { status: 400 });
  const message = await take(viewer, membership.organisationId, parsed.values);
  return data<UsageTold>({ tone: "done", message });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function UsagePage() {
  const { view } = useLoaderData<typeof loader>();
  return <Usage view={view} told={useAnswer<typeof action>() ?? null} />;
}
