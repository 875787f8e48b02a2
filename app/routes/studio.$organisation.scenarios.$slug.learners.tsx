import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { fieldHref } from "#app/components/studio/author/form/anchors.ts";
import { LearnersPage } from "#app/components/studio/learners/learners-page.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { addHiddenFact } from "#app/services/authoring/learners/add-hidden-fact.server.ts";
import { getLearners } from "#app/services/authoring/learners/get-learners.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Learners, ${loaded.view.title}` : "No such scenario"} · Tradeoff` },
];

const whole = z.coerce.number().int().min(1).max(1_000_000);

// Only for whoever may see how an organisation's learners do.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug = "" } = params;
  const { viewer, membership } = await requireMember(request, params.organisation, "see_learners");
  const { handle, name } = membership;
  const { searchParams } = new URL(request.url);
  const version = whole.safeParse(searchParams.get("version")).data ?? null;
  const page = whole.safeParse(searchParams.get("page")).data ?? 1;
  const view = requireFound(await getLearners(viewer, { organisation: handle, slug, version, page }));
  return { organisation: { handle, name }, slug, view };
}

const AsksSchema = z.array(z.string().max(10_000)).max(100);

// Only authors of the organisation: a question becomes a hidden fact of the draft.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { slug = "" } = params;
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  const asks = AsksSchema.safeParse((await request.formData()).getAll("ask")).data ?? [];
  const added = requireFound(await addHiddenFact(viewer, { organisation: membership.handle, slug }, asks));
  if (!added.ok) return data({ problem: added.message }, { status: 409 });
  const place = { file: "scenario.md", path: added.path };
  return redirect(`/studio/${membership.handle}/scenarios/${slug}${fieldHref(place)}`);
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function Learners() {
  const loaded = useLoaderData<typeof loader>();
  return <LearnersPage {...loaded} refused={useAnswer<typeof action>()?.problem ?? null} />;
}
