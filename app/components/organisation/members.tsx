import { Link } from "@remix-run/react";
import { Time } from "#app/components/ui/time.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import { AdminNav } from "./admin-nav.tsx";
import { InvitationRow, MailedButtons, Standing } from "./invitation-row.tsx";
import { InviteForm } from "./invite-form.tsx";
import { MemberRow, type ShownMember } from "./member-row.tsx";
import { rolesWords } from "./organisation-words.ts";
import { Told } from "./told.tsx";
import "./organisation.css";

type ShownInvitation = {
  invitationId: string;
  email: string;
  roles: readonly Role[];
  sentAt: string;
  expiresAt: string;
  state: "open" | "expired";
};

export type MembersTold =
  | { tone: "done"; message: string }
  | {
      tone: "refused";
      message: string | null;
      fields: Record<string, string>;
      given: { email: string; roles: readonly string[]; memberId: string };
    };

type MembersProps = {
  organisation: { handle: string; name: string };
  members: readonly ShownMember[];
  invitations: readonly ShownInvitation[];
  told: MembersTold | null;
};

const some = (many: number, unit: string) => `${many} ${unit}${many === 1 ? "" : "s"}`;

/** Who belongs to an organisation, who was asked, and the form to ask somebody else. */
export function Members({ organisation, members, invitations, told }: MembersProps) {
  const refused = told?.tone === "refused" ? told : null;
  const isInvite = refused !== null && refused.given.memberId === "";
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/admin">Your organisations</Link> / {organisation.name}
        </p>
        <h1>Members of {organisation.name}</h1>
        <p className="lead">
          {members.length === 1 ? "You are the only one so far." : `${members.length} people belong to it.`}{" "}
          <a href="#invite">Invite somebody</a>
        </p>
      </header>
      <AdminNav organisation={organisation} at="members" />
      {told?.message ? (
        <Told key={told.message} tone={told.tone}>
          {told.message}
        </Told>
      ) : null}
      <div className="members-page">
        <div>
          <h2 id="members">Members</h2>
          <ul className="person-list" aria-labelledby="members">
            {members.map((member) => {
              const sent = refused?.given.memberId === member.memberId ? refused : null;
              return (
                <MemberRow
                  key={`${member.memberId} ${member.roles.join()}`}
                  member={member}
                  organisation={organisation.name}
                  refused={sent && { roles: sent.given.roles, error: sent.fields.roles ?? sent.message }}
                />
              );
            })}
          </ul>
          {invitations.length === 0 ? null : <Invitations invitations={invitations} />}
        </div>
        <section aria-labelledby="invite">
          <h2 id="invite">Invite somebody</h2>
          <InviteForm
            key={invitations[0]?.invitationId ?? "first"}
            organisation={organisation.name}
            refused={isInvite ? { ...refused.given, fields: refused.fields } : null}
          />
        </section>
      </div>
    </div>
  );
}

function Invitations({ invitations }: { invitations: readonly ShownInvitation[] }) {
  return (
    <section className="invitations" aria-labelledby="invited">
      <h2 id="invited">Invited</h2>
      <p className="small muted">{some(invitations.length, "invitation")} not accepted yet.</p>
      <ul className="invitation-list">
        {invitations.map(({ invitationId, email, roles, sentAt, ...standing }) => (
          <InvitationRow
            key={invitationId}
            invitationId={invitationId}
            name={email}
            says={
              <>
                {rolesWords(roles)}, sent <Time iso={sentAt} form="day" />, <Standing {...standing} />
              </>
            }
          >
            <MailedButtons email={email} />
          </InvitationRow>
        ))}
      </ul>
    </section>
  );
}
