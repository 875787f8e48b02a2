import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Members, type MembersTold } from "#app/components/organisation/members.tsx";
import { lastAdminWords } from "#app/components/organisation/organisation-words.ts";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { mostInvitationsAnHour, mostOpenInvitations } from "#app/domain/accounts/invitation.ts";
import { cannotSendWords, keptWords } from "#app/domain/accounts/mail-reach.ts";
import { mayAs } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { type MembersForm, parseMembersForm, readGivenMember } from "#app/http/members-form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { mailReach } from "#app/services/accounts/operator.server.ts";
import { changeRoles } from "#app/services/organisations/change-roles.server.ts";
import { inviteMember, type InviteRefusal } from "#app/services/organisations/invite-member.server.ts";
import { listMembers } from "#app/services/organisations/list-members.server.ts";
import { removeMember } from "#app/services/organisations/remove-member.server.ts";
import { resendInvitation } from "#app/services/organisations/resend-invitation.server.ts";
import { revokeInvitation } from "#app/services/organisations/revoke-invitation.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Members of ${loaded.organisation.name}` : "No such page"} · Tradeoff` },
];

// For the organisation's admins.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "see_members");
  const { handle, name, organisationId } = membership;
  const listed = requireFound(await listMembers(viewer, { organisation: organisationId }));
  return { organisation: { handle, name }, ...listed };
}

type Outcome = { ok: true; done: string; isOut?: boolean } | { ok: false; status: 409 | 429; message: string };

const refusals: Record<InviteRefusal | "last-admin", { status: 409 | 429; message: string }> = {
  "last-admin": { status: 409, message: lastAdminWords },
  "address-unverified": {
    status: 409,
    message: "Verify your own address first, on the page of your account: an invitation goes out in your name.",
  },
  "member-already": { status: 409, message: "This address is a member’s. Change what they are in the list instead." },
  "too-many-mails": {
    status: 429,
    message:
      "Several invitations were sent to this address in the last quarter of an hour. The newest stands; wait a while.",
  },
  "too-many-open": {
    status: 429,
    message: `${mostOpenInvitations} invitations are open. Withdraw some, or wait until they are accepted.`,
  },
  "too-many-this-hour": {
    status: 429,
    message: `You have sent ${mostInvitationsAnHour} invitations within an hour. Go on later; those that were sent stand.`,
  },
};

/** The invitation stands either way: where its mail went is another matter. */
function invitedWords(words: string): string {
  const reach = mailReach();
  if (reach === "sent") return words;
  return reach === "kept"
    ? `The invitation is written. ${keptWords}`
    : `The invitation reaches nobody. ${cannotSendWords}`;
}

async function take(viewer: Viewer, organisation: string, sent: MembersForm): Promise<Outcome> {
  switch (sent.intent) {
    case "invite": {
      const invited = requireFound(await inviteMember(viewer, { organisation, ...sent }));
      if (!invited.ok) return { ok: false, ...refusals[invited.reason] };
      return { ok: true, done: invitedWords(`The invitation is on its way to ${sent.email}.`) };
    }
    case "resend": {
      const resent = requireFound(await resendInvitation(viewer, { organisation, ...sent }));
      if (!resent.ok) return { ok: false, ...refusals[resent.reason] };
      return { ok: true, done: invitedWords(`A new link is on its way to ${resent.email}. The one before has ended.`) };
    }
    case "revoke":
      requireFound(await revokeInvitation(viewer, { organisation, ...sent }));
      return { ok: true, done: "The invitation is withdrawn: its link has ended." };
    case "change":
    case "remove": {
      const changed = requireFound(
        sent.intent === "remove"
          ? await removeMember(viewer, { organisation, ...sent })
          : await changeRoles(viewer, { organisation, ...sent }),
      );
      if (!changed.ok) return { ok: false, ...refusals[changed.reason] };
      const isOut = changed.isViewer && (sent.intent === "remove" || !mayAs(sent.roles, "see_members"));
      return {
        ok: true,
        done: sent.intent === "remove" ? "Removed. Invitations they had sent have ended." : "The roles are saved.",
        isOut,
      };
    }
  }
}

// For the organisation's admins; the services look again under the lock that keeps one of them an admin.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "manage_members");
  const form = await request.formData();
  const given = readGivenMember(form);
  const parsed = parseMembersForm(form);
  if (!parsed.ok) {
    const message = parsed.fields.intent ? "This form could not be read. Reload the page." : null;
    return data<MembersTold>({ tone: "refused", message, fields: parsed.fields, given }, { status: 400 });
  }
  const outcome = await take(viewer, membership.organisationId, parsed.sent);
  if (!outcome.ok) {
    const { status, message } = outcome;
    return data<MembersTold>({ tone: "refused", message, fields: {}, given }, { status });
  }
  return outcome.isOut ? redirect("/admin") : data<MembersTold>({ tone: "done", message: outcome.done });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function MembersPage() {
  return <Members {...useLoaderData<typeof loader>()} told={useAnswer<typeof action>() ?? null} />;
}
