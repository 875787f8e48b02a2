import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Overview, type OverviewTold } from "#app/components/hiring/assessments/overview.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { mayAs } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { readText } from "#app/http/form.server.ts";
import {
  atTheirRows,
  parseChangesForm,
  parseSettingsForm,
  readGivenAssessment,
} from "#app/http/hiring/assessment-form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { changeAssessment } from "#app/services/hiring/assessments/change-assessment.server.ts";
import { closeAssessment } from "#app/services/hiring/assessments/close-assessment.server.ts";
import { deleteAssessment } from "#app/services/hiring/assessments/delete-assessment.server.ts";
import type { WantedAssessment } from "#app/services/hiring/assessments/find-assessment.server.ts";
import { getOverview } from "#app/services/hiring/assessments/get-overview.server.ts";
import { listChoicesFor } from "#app/services/hiring/assessments/list-choices.server.ts";
import { openAssessment } from "#app/services/hiring/assessments/open-assessment.server.ts";
import { saveDraftAssessment } from "#app/services/hiring/assessments/save-assessment.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? loaded.overview.settings.name : "No such assessment"} · Tradeoff` },
];

// For the hiring team; what may be changed is for its admins.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "see_hiring");
  const { handle, name, organisationId, roles } = membership;
  const wanted = { organisation: organisationId, assessment: params.assessment ?? "" };
  const { membership: _, ...overview } = requireFound(await getOverview(viewer, wanted));
  const isWritten = overview.state === "draft" && mayAs(roles, "manage_assessments");
  const choices = isWritten ? await listChoicesFor(membership, overview.parts) : [];
  return { organisation: { handle, name }, roles, overview, choices };
}

type Outcome =
  { done: string } | "gone" | { status: 400 | 409; message: string | null; fields: Record<string, string> };

const stale = {
  status: 409,
  message: "It was opened in the meantime: only what stands here now may be changed.",
  fields: {},
} as const;

async function save(viewer: Viewer, wanted: WantedAssessment, form: FormData): Promise<Outcome> {
  const parsed = parseSettingsForm(form);
  if (!parsed.ok) return { status: 400, message: null, fields: parsed.fields };
  const saved = requireFound(await saveDraftAssessment(viewer, { ...wanted, settings: parsed.values }));
  if (saved.ok) return { done: "The draft is saved." };
  if (saved.reason === "opened") return stale;
  return { status: 409, message: null, fields: atTheirRows(saved.fields, form) };
}

async function change(viewer: Viewer, wanted: WantedAssessment, form: FormData): Promise<Outcome> {
  const parsed = parseChangesForm(form);
  if (!parsed.ok) return { status: 400, message: null, fields: parsed.fields };
  const changed = requireFound(await changeAssessment(viewer, { ...wanted, changes: parsed.values }));
  return changed.ok ? { done: "The changes are saved." } : { status: 409, message: null, fields: changed.fields };
}

async function remove(viewer: Viewer, wanted: WantedAssessment): Promise<Outcome> {
  const deleted = requireFound(await deleteAssessment(viewer, wanted));
  if (deleted.ok) return "gone";
  const message =
    deleted.reason === "open"
      ? "It is open: close it first."
      : "Somebody has taken it. What candidates did is deleted on the people page, or by itself when its time is over.";
  return { status: 409, message, fields: {} };
}

async function take(viewer: Viewer, wanted: WantedAssessment, form: FormData): Promise<Outcome> {
  switch (readText(form, "intent")) {
    case "save":
      return save(viewer, wanted, form);
    case "change":
      return change(viewer, wanted, form);
    case "open": {
      const opened = requireFound(await openAssessment(viewer, wanted));
      if (opened.ok) return { done: "It is open. Invite candidates on the page of its people." };
      return { status: 409, message: `It is not open yet. ${opened.missing.join(" ")}`, fields: {} };
    }
    case "close":
      requireFound(await closeAssessment(viewer, wanted));
      return { done: "It is closed. Nothing begins any more." };
    case "delete":
      return remove(viewer, wanted);
    default:
      return { status: 400, message: "This form could not be read. Reload the page.", fields: {} };
  }
}

// For the organisation's admins; the services look again under the assessment's lock.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "manage_assessments");
  const form = await request.formData();
  const wanted = { organisation: membership.organisationId, assessment: params.assessment ?? "" };
  const outcome = await take(viewer, wanted, form);
  if (outcome === "gone") return redirect(`/hiring/${membership.handle}`);
  if ("done" in outcome) return data<OverviewTold>({ tone: "done", message: outcome.done });
  const { status, message, fields } = outcome;
  return data<OverviewTold>({ tone: "refused", message, fields, given: readGivenAssessment(form) }, { status });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function AssessmentPage() {
  return <Overview {...useLoaderData<typeof loader>()} told={useAnswer<typeof action>() ?? null} />;
}
