import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { ImportStart } from "#app/components/studio/files/import-start.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { planImport } from "#app/services/authoring/files/plan-import.server.ts";
import { listAuthored } from "#app/services/authoring/list-authored.server.ts";

export const meta: MetaFunction = () => [{ title: "Import and export · Tradeoff" }];

// For authors of the organisation.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  const { handle, name } = membership;
  const done = new URL(request.url).searchParams.getAll("done");
  const { scenarios } = requireFound(await listAuthored(viewer, handle));
  return {
    organisation: { handle, name },
    scenarios: scenarios.filter(({ state }) => state.kind !== "archived").map(nameOf),
    done: scenarios.filter(({ slug }) => done.includes(slug)).map(nameOf),
  };
}

function nameOf({ slug, title }: { slug: string; title: string }) {
  return { slug, title };
}

/** The bytes of the file that was chosen; null where none was, or what was sent is no form. */
async function readZip(request: Request): Promise<Buffer | null> {
  const form = await request.formData().catch(() => null);
  const file = form?.get("zip");
  if (!(file instanceof File) || file.size === 0) return null;
  return Buffer.from(await file.arrayBuffer());
}

// For authors of the organisation. Nothing is imported: the zip is read, and what it would do is shown next.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "write_scenario");
  const bytes = await readZip(request);
  if (bytes === null) return data({ refusal: "Choose a zip file." }, { status: 400 });
  const started = requireFound(await planImport(viewer, { organisation: membership.handle, bytes }));
  if (!started.ok) return data({ refusal: started.message }, { status: 422 });
  return redirect(`/studio/${membership.handle}/import/${started.planId}`);
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function ImportPage() {
  return <ImportStart {...useLoaderData<typeof loader>()} refusal={useAnswer<typeof action>()?.refusal ?? null} />;
}
