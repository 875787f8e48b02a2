import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { givenOf } from "#app/components/hiring/assessments/given-settings.ts";
import { NewAssessment } from "#app/components/hiring/assessments/new-assessment.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { newSettings } from "#app/domain/hiring/assessment.ts";
import { atTheirRows, parseSettingsForm, readGivenAssessment } from "#app/http/hiring/assessment-form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { listChoices } from "#app/services/hiring/assessments/list-choices.server.ts";
import { createAssessment } from "#app/services/hiring/assessments/save-assessment.server.ts";

export const meta: MetaFunction = () => [{ title: "New assessment · Tradeoff" }];

// For the organisation's admins.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "manage_assessments");
  const { handle, name, roles } = membership;
  const settings = { ...newSettings, contact: viewer.email ?? "" };
  return { organisation: { handle, name }, roles, choices: await listChoices(membership), given: givenOf(settings) };
}

// For the organisation's admins.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "manage_assessments");
  const form = await request.formData();
  const given = readGivenAssessment(form);
  const parsed = parseSettingsForm(form);
  if (!parsed.ok) return data({ given, fields: parsed.fields }, { status: 400 });
  const { handle: organisation } = membership;
  const made = requireFound(await createAssessment(viewer, { organisation, settings: parsed.values }));
  if (made.ok) return redirect(`/hiring/${organisation}/assessments/${made.assessmentId}`);
  return data({ given, fields: atTheirRows(made.reason === "fields" ? made.fields : {}, form) }, { status: 409 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function NewAssessmentPage() {
  const { given, ...view } = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  return <NewAssessment {...view} given={refused?.given ?? given} fields={refused?.fields ?? {}} />;
}
