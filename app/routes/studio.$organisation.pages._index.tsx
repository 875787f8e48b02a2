import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { PageList } from "#app/components/studio/pages/page-list.tsx";
import { readText } from "#app/http/form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { createPage } from "#app/services/organisation-pages/create-page.server.ts";
import { listPages } from "#app/services/organisation-pages/list-pages.server.ts";

export const meta: MetaFunction = () => [{ title: "Study pages, studio · Tradeoff" }];

// For authors of the organisation.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "write_page");
  const { handle, name } = membership;
  const { pages } = requireFound(await listPages(viewer, handle));
  return { organisation: { handle, name }, pages };
}

// For authors of the organisation.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "write_page");
  const title = readText(await request.formData(), "title");
  const made = requireFound(await createPage(viewer, { organisation: membership.handle, title }));
  if (!made.ok) return data({ title, message: made.message }, { status: 400 });
  return redirect(`/studio/${membership.handle}/pages/${made.slug}`);
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function PagesPage() {
  const { organisation, pages } = useLoaderData<typeof loader>();
  return <PageList organisation={organisation} pages={pages} refused={useAnswer<typeof action>() ?? null} />;
}
