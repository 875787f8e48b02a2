import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { NewScenario } from "#app/components/studio/author/list/new-scenario.tsx";
import { readText } from "#app/http/form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember, requireViewer } from "#app/http/viewer.server.ts";
import { copyScenario } from "#app/services/authoring/copy-scenario.server.ts";
import { createScenario } from "#app/services/authoring/create-scenario.server.ts";
import { listScenarios } from "#app/services/library/list-scenarios.server.ts";

export const meta: MetaFunction = () => [{ title: "New scenario · Tradeoff" }];

// For authors of the organisation.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { membership } = await requireMember(request, params.organisation, "write_scenario");
  const { handle, name } = membership;
  const shipped = (await listScenarios(null)).map(({ slug, title }) => ({ slug, title }));
  return { organisation: { handle, name }, shipped };
}

// For authors of the organisation.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const { organisation = "" } = params;
  const form = await request.formData();
  if (readText(form, "intent") === "copy") {
    const copied = requireFound(await copyScenario(viewer, { organisation, from: readText(form, "copyOf") }));
    if (copied.ok) return redirect(`/studio/${organisation}/scenarios/${copied.slug}`);
    return data({ title: "", slug: "", refused: copied }, { status: 409 });
  }
  const typed = { title: readText(form, "title"), slug: readText(form, "slug").trim() };
  const made = requireFound(
    await createScenario(viewer, { organisation, title: typed.title, slug: typed.slug === "" ? null : typed.slug }),
  );
  if (made.ok) return redirect(`/studio/${organisation}/scenarios/${made.slug}`);
  return data({ ...typed, refused: made }, { status: made.field === "slug" ? 409 : 400 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function NewScenarioPage() {
  const { organisation, shipped } = useLoaderData<typeof loader>();
  return <NewScenario organisation={organisation} shipped={shipped} refused={useAnswer<typeof action>() ?? null} />;
}
