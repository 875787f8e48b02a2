import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { VersionsPage, type VersionsRefused } from "#app/components/studio/versions/versions-page.tsx";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { withdrawalWords } from "#app/domain/authoring/withdrawal.ts";
import { parseForm } from "#app/http/form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import {
  archiveScenario,
  deleteScenarioDraft,
  restoreScenario,
  type Withdrawn,
} from "#app/services/authoring/archive-scenario.server.ts";
import { findAuthored, type WantedAuthored } from "#app/services/authoring/find-authored.server.ts";
import { getDifference, type ComparedVersion } from "#app/services/authoring/get-difference.server.ts";
import { getVersions } from "#app/services/authoring/get-versions.server.ts";
import { publishScenario } from "#app/services/authoring/publish-scenario.server.ts";
import { restoreVersion } from "#app/services/authoring/restore-version.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Versions of ${loaded.view.scenario.title}` : "No such scenario"} · Tradeoff` },
];

const SideSchema = z.union([z.literal("draft"), z.coerce.number().int().positive()]);

/** What the address says, or else the newest version against the draft, or against the one before it. */
function readSides(search: URLSearchParams, { versions, isChanged }: { versions: number[]; isChanged: boolean }) {
  const [newest = 1, before = newest] = versions;
  const side = (name: "from" | "to", usual: ComparedVersion): ComparedVersion => {
    const parsed = SideSchema.safeParse(search.get(name) ?? usual);
    const isThere = parsed.success && (parsed.data === "draft" || versions.includes(parsed.data));
    return isThere ? parsed.data : usual;
  };
  return isChanged
    ? { from: side("from", newest), to: side("to", "draft") }
    : { from: side("from", before), to: side("to", newest) };
}

// For whoever sees the organisation's studio; reviewers read and cannot change anything.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const wanted = { organisation: params.organisation ?? "", slug: params.slug ?? "" };
  const view = requireFound(await getVersions(viewer, wanted));
  const search = new URL(request.url).searchParams;
  const versions = view.versions.map(({ number }) => number);
  const sides = readSides(search, { versions, isChanged: view.state.kind === "changed" });
  const difference = versions.length > 0 ? await getDifference(viewer, { ...wanted, ...sides }) : null;
  const published = versions.find((number) => String(number) === search.get("published")) ?? null;
  return { view, difference, published };
}

const IntentSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("publish"),
    seenRevision: z.coerce.number().int(),
    note: z.string().max(2_000, "The note may be at most 2,000 characters long.").default(""),
    acceptWarnings: z.literal("yes").optional(),
  }),
  z.object({
    intent: z.literal("restore-version"),
    seenRevision: z.coerce.number().int(),
    number: z.coerce.number().int(),
  }),
  z.object({ intent: z.enum(["archive", "unarchive", "delete"]) }),
]);
type Intent = z.infer<typeof IntentSchema>;

type Asked<Name extends Intent["intent"]> = Extract<Intent, { intent: Name }>;
type Own = { viewer: Viewer; wanted: WantedAuthored; page: string };

const refuse = (refused: VersionsRefused, status: number) => data(refused, { status });

async function publish({ viewer, wanted, page }: Own, { seenRevision, note, acceptWarnings }: Asked<"publish">) {
  const asked = { ...wanted, seenRevision, note, acceptWarnings: acceptWarnings === "yes" };
  const done = requireFound(await publishScenario(viewer, asked));
  if (done.ok) return redirect(`${page}?published=${done.number}`);
  return refuse({ publish: { ...done, note }, message: null }, done.reason === "conflict" ? 409 : 422);
}

async function restore({ viewer, wanted, page }: Own, { number, seenRevision }: Asked<"restore-version">) {
  const done = requireFound(await restoreVersion(viewer, { ...wanted, number, seenRevision }));
  if (done.ok) return redirect(page.replace(/\/versions$/, ""));
  const message = `${done.theirs.editedBy ?? "Somebody"} has written on the draft since this page was opened, so it was left as it is. Look at it, then restore the version again.`;
  return refuse({ publish: null, message }, 409);
}

const withdrawals = { archive: archiveScenario, unarchive: restoreScenario, delete: deleteScenarioDraft };

async function withdraw({ viewer, wanted, page }: Own, { intent }: Asked<"archive" | "unarchive" | "delete">) {
  const done: Withdrawn = requireFound(await withdrawals[intent](viewer, wanted));
  if (!done.ok) return refuse({ publish: null, message: withdrawalWords[done.reason] }, 409);
  return redirect(intent === "delete" ? `/studio/${wanted.organisation}` : page);
}

// For instructors and admins of the organisation: each service asks the table of permissions.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const wanted = { organisation: params.organisation ?? "", slug: params.slug ?? "" };
  const own = { viewer, wanted, page: `/studio/${wanted.organisation}/scenarios/${wanted.slug}/versions` };
  const parsed = parseForm(IntentSchema, await request.formData());
  if (!parsed.ok) {
    // Who may not is told the same whatever the form says.
    requireFound(await findAuthored(viewer, { ...wanted, action: "publish_scenario" }));
    const message = Object.values(parsed.problems.fields)[0] ?? "This form could not be read. Open the page again.";
    return refuse({ publish: null, message }, 400);
  }
  const asked = parsed.values;
  if (asked.intent === "publish") return publish(own, asked);
  if (asked.intent === "restore-version") return restore(own, asked);
  return withdraw(own, asked);
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function VersionsRoute() {
  const refused = useAnswer<typeof action>();
  return <VersionsPage {...useLoaderData<typeof loader>()} refused={refused ?? null} />;
}
