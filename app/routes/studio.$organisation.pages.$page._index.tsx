import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { pagePath } from "#app/components/studio/pages/page-path.ts";
import { WriteStudyPage, type PlainConflict } from "#app/components/studio/pages/write-page.tsx";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { longestPage } from "#app/domain/content/organisation-page.ts";
import { readFields } from "#app/http/form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import type { WantedPage } from "#app/services/organisation-pages/find-page.server.ts";
import { getPage } from "#app/services/organisation-pages/get-page.server.ts";
import {
  archivePage,
  publishPage,
  unpublishPage,
  type PublishedPage,
} from "#app/services/organisation-pages/publish-page.server.ts";
import { savePage } from "#app/services/organisation-pages/save-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.written.title ?? "No such page"}, study page · Tradeoff` },
];

// For authors of the organisation.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "write_page");
  const wanted = { organisation: membership.handle, slug: params.page ?? "" };
  return { written: requireFound(await getPage(viewer, wanted)) };
}

const revision = z.coerce.number().int().min(0);

const SentSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    text: z.string().max(longestPage, `A page may be at most ${longestPage.toLocaleString("en")} characters long.`),
    seenRevision: revision,
  }),
  z.object({ intent: z.literal("publish"), seenRevision: revision }),
  z.object({ intent: z.enum(["unpublish", "archive", "restore"]) }),
]);
type Sent = z.infer<typeof SentSchema>;

type Said = { message: string | null; conflict: PlainConflict | null };
const say = (message: string, status: number) => data<Said>({ message, conflict: null }, { status });

/** What was chosen between two versions is the text that is sent. */
function decided(fields: Record<string, FormDataEntryValue>): Record<string, FormDataEntryValue> {
  const choice = fields[`choice:${pagePath}`];
  if (typeof choice !== "string") return fields;
  return { ...fields, text: fields[choice === "merged" ? `merged:${pagePath}` : choice] ?? "" };
}

async function save(viewer: Viewer, wanted: WantedPage, { text, seenRevision }: Extract<Sent, { intent: "save" }>) {
  const saved = requireFound(await savePage(viewer, { ...wanted, text, seenRevision }));
  if (saved.ok) return null;
  const { theirs } = saved;
  const { editedBy } = theirs;
  const conflict = { path: pagePath, mine: text, base: null, theirs: theirs.text, revision: theirs.revision, editedBy };
  const said: Said = { message: null, conflict: { ...conflict, savedAt: theirs.editedAt.toISOString() } };
  return data(said, { status: 409 });
}

const whyNot: Record<Extract<PublishedPage, { ok: false }>["reason"], string> = {
  conflict: "The text was changed since you looked at it. Read it once more, then publish it.",
  archived: "It is archived. Restore it first.",
  unchanged: "This text is published already.",
  problems: "It was not published: a problem is in the way. See below the text.",
};

// For authors of the organisation: publishing and taking back, and saving where no scripts run.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "write_page");
  const wanted = { organisation: membership.handle, slug: params.page ?? "" };
  const parsed = SentSchema.safeParse(decided(readFields(await request.formData())));
  if (!parsed.success) return say(parsed.error.issues[0]?.message ?? "This form could not be read.", 400);
  const sent = parsed.data;
  if (sent.intent === "save") {
    const refused = await save(viewer, wanted, sent);
    if (refused) return refused;
  } else if (sent.intent === "publish") {
    const published = requireFound(await publishPage(viewer, { ...wanted, seenRevision: sent.seenRevision }));
    if (!published.ok) return say(whyNot[published.reason], 409);
  } else if (sent.intent === "unpublish") requireFound(await unpublishPage(viewer, wanted));
  else requireFound(await archivePage(viewer, { ...wanted, archived: sent.intent === "archive" }));
  return redirect(`/studio/${wanted.organisation}/pages/${wanted.slug}`);
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function WritePagePage() {
  const { written } = useLoaderData<typeof loader>();
  const said = useAnswer<typeof action>();
  return (
    <WriteStudyPage
      key={written.address}
      written={written}
      message={said?.message ?? null}
      conflict={said?.conflict ?? null}
    />
  );
}
