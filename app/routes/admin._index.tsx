import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lastAdminWords, takenWords } from "#app/components/organisation/organisation-words.ts";
import { OwnOrganisations } from "#app/components/organisation/own-organisations.tsx";
import { Told } from "#app/components/organisation/told.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { storable } from "#app/domain/text/storable.ts";
import { readText } from "#app/http/form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireAccount, requireMember } from "#app/http/viewer.server.ts";
import { deleteOrganisation, type DeleteRefusal } from "#app/services/organisations/delete-organisation.server.ts";
import { leaveOrganisation, type LeaveRefusal } from "#app/services/organisations/leave-organisation.server.ts";
import { listOwnOrganisations } from "#app/services/organisations/list-own-organisations.server.ts";

export const meta: MetaFunction = () => [{ title: "Your organisations · Tradeoff" }];

// For whoever has an account; what is listed is the viewer's own.
export async function loader({ request }: LoaderFunctionArgs) {
  const organisations = await listOwnOrganisations(await requireAccount(request));
  const joined = new URL(request.url).searchParams.get("joined");
  return { organisations, joined: organisations.find(({ handle }) => handle === joined)?.name ?? null };
}

const refusals: Record<LeaveRefusal | DeleteRefusal, string> = {
  "last-admin": lastAdminWords,
  "other-members": "Others belong to it now, so it was not deleted. Hand over to one of them, and leave.",
  taken: takenWords,
  "no-such-member": "Whoever you chose is no member any more, so you are still in. Choose somebody else.",
};

// Every member may leave; to hand over or to delete takes an admin.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const { viewer, membership } = await requireMember(request, readText(form, "organisation"), "leave");
  const { organisationId: organisation } = membership;
  const handOverTo = storable(readText(form, "handOverTo")) || null;
  const gone = requireFound(
    readText(form, "intent") === "delete"
      ? await deleteOrganisation(viewer, organisation)
      : await leaveOrganisation(viewer, { organisation, handOverTo }),
  );
  return gone.ok ? redirect("/admin") : data({ problem: refusals[gone.reason] }, { status: 409 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function OrganisationsPage() {
  const { organisations, joined } = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Your organisations</h1>
        {joined === null ? null : <p className="lead">You belong to {joined} now.</p>}
      </header>
      {refused ? (
        <Told key={refused.problem} tone="refused">
          {refused.problem}
        </Told>
      ) : null}
      <OwnOrganisations organisations={organisations} />
    </div>
  );
}
