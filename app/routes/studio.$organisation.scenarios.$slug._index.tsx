import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { z } from "zod";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { PlainConflict } from "#app/components/studio/author/text/plain-conflict.tsx";
import { WritePage, writeViews } from "#app/components/studio/author/write-page.tsx";
import { readText } from "#app/http/form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { getDraft } from "#app/services/authoring/get-draft.server.ts";
import { saveFile } from "#app/services/authoring/save-file.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `${loaded.draft.title}, draft` : "No such scenario"} · Tradeoff` },
];

// Only authors of the organisation write; to anybody else the page is not there.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { organisation = "", slug = "" } = params;
  return { draft: requireFound(await getDraft(viewer, { organisation, slug })), author: viewer.name };
}

/** Another view of the draft is in the page already; loading it anew would only bring what was saved here. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  const { currentUrl, nextUrl, formMethod, defaultShouldRevalidate } = args;
  return currentUrl.pathname === nextUrl.pathname && !formMethod ? false : defaultShouldRevalidate;
}

const SaveFileSchema = z.object({
  file: z.string().max(100),
  text: z.string(),
  /** The text the field was filled with. */
  was: z.string().default(""),
  seenRevision: z.coerce.number().int().min(0),
});

// Only authors of the organisation. For pages without scripts: one file at a time.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const { organisation = "", slug = "" } = params;
  const draft = requireFound(await getDraft(viewer, { organisation, slug }));
  const sent = SaveFileSchema.safeParse(Object.fromEntries(decided(await request.formData())));
  if (!sent.success) return data({ problem: "This form could not be read.", conflict: null }, { status: 400 });
  const saved = requireFound(await saveFile(viewer, { organisation, slug, ...sent.data }));
  const back = `/studio/${organisation}/scenarios/${slug}?${new URLSearchParams({ view: "files", file: sent.data.file })}`;
  if (saved.ok) return redirect(back);
  if (saved.reason === "refused") return data({ problem: saved.message, conflict: null }, { status: 400 });
  return data({ problem: null, conflict: { ...saved.conflict, title: draft.title } }, { status: 409 });
}

/** What was chosen between two versions is the text that is sent. */
function decided(form: FormData): FormData {
  const file = readText(form, "file");
  const choice = readText(form, `choice:${file}`);
  if (choice !== "") form.set("text", readText(form, choice === "merged" ? `merged:${file}` : choice));
  return form;
}

const PlaceSchema = z.object({
  view: z.enum(writeViews).catch("form"),
  file: z.string().max(100).nullable().catch(null),
  line: z.coerce.number().int().min(1).nullable().catch(null),
});

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function WriteScenarioPage() {
  const { draft, author } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const refused = useAnswer<typeof action>();
  const line = search.get("line");
  const at = PlaceSchema.parse({
    view: search.get("view"),
    file: search.get("file"),
    line: line === null ? null : line,
  });
  if (refused?.conflict) return <PlainConflict draft={draft} conflict={refused.conflict} />;
  return <WritePage key={draft.address} draft={draft} at={at} author={author} problem={refused?.problem ?? null} />;
}
