import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import type { RefusedTry } from "#app/components/studio/try/add-answer.tsx";
import { TryPage } from "#app/components/studio/try/try-page.tsx";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { parseTryForm, type TryForm } from "#app/http/try-form.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { cancelDryRun } from "#app/services/authoring/dry-run/cancel-dry-run.server.ts";
import { getTry } from "#app/services/authoring/dry-run/get-try.server.ts";
import { keepAnswer } from "#app/services/authoring/dry-run/keep-answer.server.ts";
import { resumeDryRun } from "#app/services/authoring/dry-run/resume-dry-run.server.ts";
import { startDrafting, startDryRun } from "#app/services/authoring/dry-run/start-dry-run.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Try ${loaded.view.title}` : "No such scenario"} · Tradeoff` },
];

// Only authors of the organisation.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug = "" } = params;
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  const { handle, name } = membership;
  const view = requireFound(await getTry(viewer, { organisation: handle, slug }));
  const chosen = new URL(request.url).searchParams.get("answer");
  return { organisation: { handle, name }, slug, view, chosen };
}

type Asked = { viewer: Viewer; wanted: { organisation: string; slug: string } };

/** Null where it was done; else what was not, in words. */
async function runAll({ viewer, wanted }: Asked, form: Extract<TryForm, { intent: "run" }>): Promise<string | null> {
  if (form.graders.length === 0) return "Choose at least one grader.";
  for (const grader of form.graders) {
    const { answers, repeats } = form;
    const started = requireFound(await startDryRun(viewer, wanted, { grader, repeats, answers }));
    if (!started.ok) return started.message;
  }
  return null;
}

async function doWhat(asked: Asked, form: TryForm): Promise<string | null> {
  const { viewer, wanted } = asked;
  switch (form.intent) {
    case "run":
      return runAll(asked, form);
    case "paste": {
      const kept = requireFound(await keepAnswer(viewer, wanted, form));
      return kept.ok ? null : kept.message;
    }
    case "draft": {
      const started = requireFound(await startDrafting(viewer, wanted));
      return started.ok ? null : started.message;
    }
    case "cancel":
      requireFound(await cancelDryRun(viewer, wanted, form.run));
      return null;
    case "resume": {
      const resumed = requireFound(await resumeDryRun(viewer, wanted, form.run));
      return resumed.ok ? null : resumed.message;
    }
  }
}

// Only authors of the organisation.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { slug = "" } = params;
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  const wanted = { organisation: membership.handle, slug };
  const form = parseTryForm(await request.formData());
  if (form === null) {
    const problem = "This form could not be read. Reload the page and send it again.";
    return data<RefusedTry>({ intent: "", problem, text: "" }, { status: 400 });
  }
  const problem = await doWhat({ viewer, wanted }, form);
  if (problem === null) return redirect(`/studio/${membership.handle}/scenarios/${slug}/try`);
  const text = form.intent === "paste" ? form.text : "";
  return data<RefusedTry>({ intent: form.intent, problem, text }, { status: form.intent === "paste" ? 400 : 409 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function Try() {
  const loaded = useLoaderData<typeof loader>();
  return <TryPage {...loaded} refused={useAnswer<typeof action>() ?? null} />;
}
