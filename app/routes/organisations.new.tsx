import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { z } from "zod";
import { NewOrganisation } from "#app/components/organisation/new-organisation.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { HandleSchema, handleFrom, OrganisationNameSchema } from "#app/domain/accounts/organisation.ts";
import { parseForm, readText } from "#app/http/form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireAccount } from "#app/http/viewer.server.ts";
import { createOrganisation, type CreateRefusal } from "#app/services/organisations/create-organisation.server.ts";

export const meta: MetaFunction = () => [{ title: "New organisation · Tradeoff" }];

// For whoever has an account.
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAccount(request);
  return null;
}

const NewSchema = z
  .object({ name: OrganisationNameSchema, handle: z.string().trim().toLowerCase() })
  .transform(({ name, handle }) => ({ name, handle: handle || handleFrom(name) }))
  .pipe(z.object({ name: z.string(), handle: HandleSchema }));

const noLetters = "Choose a handle: the name has too few letters a to z to make one from.";

function refusalWords({ reason, free }: CreateRefusal, wanted: string): string {
  return `${wanted} is ${reason === "taken" ? "taken" : "kept for pages of this site"}. ${free} is free.`;
}

// For whoever has an account, who becomes its admin.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireAccount(request);
  const form = await request.formData();
  const given = { name: readText(form, "name"), handle: readText(form, "handle") };
  const parsed = parseForm(NewSchema, form);
  if (!parsed.ok) {
    const { fields } = parsed.problems;
    if (fields.handle && given.handle.trim() === "") fields.handle = noLetters;
    return data({ given, fields }, { status: 400 });
  }
  const created = requireFound(await createOrganisation(viewer, parsed.values));
  if (created.ok) return redirect(`/admin/${created.handle}/members`);
  const fields: Record<string, string> = { handle: refusalWords(created, parsed.values.handle) };
  return data({ given: { ...given, handle: created.free }, fields }, { status: 409 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function NewOrganisationPage() {
  return <NewOrganisation refused={useAnswer<typeof action>() ?? null} />;
}
