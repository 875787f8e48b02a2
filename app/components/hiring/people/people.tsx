import { Link } from "@remix-run/react";
import { stateWords, type ShownState } from "#app/components/hiring/assessments/state-words.ts";
import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { Told } from "#app/components/organisation/told.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import { InviteForm, LinkForm } from "./invite-forms.tsx";
import { MadeLink } from "./made-link.tsx";
import { InvitedRows, LinkRows, type ShownAddress, type ShownLink } from "./offers.tsx";
import type { PeopleTold } from "./people-told.ts";
import { PersonRow, type ShownPerson } from "./person-row.tsx";
import "#app/components/hiring/assessments/assessments.css";
import "#app/components/organisation/organisation.css";
import "./people.css";

type PeopleProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  assessment: { id: string; name: string; state: ShownState; isTaking: boolean };
  links: readonly ShownLink[];
  invited: readonly ShownAddress[];
  nextInvited: string | null;
  people: readonly ShownPerson[];
  nextPeople: string | null;
  areFew: boolean;
  told: PeopleTold | null;
};

/** Who is invited to an assessment, and who has come: names, and of how far each is no more than keeps reviewers blind. */
export function People(props: PeopleProps) {
  const { organisation, roles, assessment, areFew, told } = props;
  const crumbs = [{ to: `/hiring/${organisation.handle}/assessments/${assessment.id}`, label: assessment.name }];
  return (
    <div className="wrap">
      <HiringNav organisation={organisation} roles={roles} at="assessments" title="People" crumbs={crumbs} />
      <p className="prose people-lead">
        Names, and nothing that leads to what they wrote: reviewers are blind, and so is this page.
        {assessment.isTaking ? (
          <>
            {" "}
            <a href="#invite">Invite somebody</a>
          </>
        ) : null}
      </p>
      <p className="small ink-2 people-lead">
        That somebody has handed in is shown once all of it is reviewed: one name beside one new code would tell whose
        it is. Until then they stand as taking part.
      </p>
      {areFew ? (
        <p className="prose people-lead">
          Fewer than three people take part, so whoever knows their names can tell whose answers they read. Have them
          read by somebody who does not.
        </p>
      ) : null}
      {told ? <Outcome told={told} /> : null}
      <div className="members-page people-page">
        <Lists {...props} />
        <Inviting {...props} />
      </div>
    </div>
  );
}

function Outcome({ told }: { told: PeopleTold }) {
  if (told.message === null) return null;
  const key = told.tone === "done" ? `${told.message} ${told.link ?? ""}` : told.message;
  return (
    <>
      <Told key={key} tone={told.tone}>
        {told.message}
      </Told>
      {told.tone === "done" && told.notes.length > 0 ? (
        <ul className="outcome-notes">
          {told.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {told.tone === "done" && told.link ? <MadeLink key={told.link} link={told.link} /> : null}
    </>
  );
}

function Lists({ assessment, people, nextPeople, invited, nextInvited, links, told }: PeopleProps) {
  const refused = told?.tone === "refused" ? told : null;
  return (
    <div className="people-lists">
      <section aria-labelledby="people">
        <h2 id="people">Who has come</h2>
        {people.length === 0 ? (
          <EmptyState title="Nobody has begun yet.">
            {assessment.isTaking ? "Whoever has read the notice and says so stands here." : null}
          </EmptyState>
        ) : (
          <ul className="person-list">
            {people.map((person) => (
              <PersonRow
                key={`${person.candidacyId} ${person.extraTimePercent}`}
                person={person}
                mayBegin={assessment.isTaking}
                refused={refused?.given.candidacyId === person.candidacyId ? refused : null}
              />
            ))}
          </ul>
        )}
        {nextPeople ? <More to={`?after=${nextPeople}#people`}>Who else has come</More> : null}
      </section>
      {invited.length > 0 ? (
        <section aria-labelledby="invited">
          <h2 id="invited">Invited by address</h2>
          <p className="small muted">They have not begun yet.</p>
          <InvitedRows invited={invited} />
          {nextInvited ? <More to={`?invitedAfter=${nextInvited}#invited`}>Who was invited before</More> : null}
        </section>
      ) : null}
      {links.length > 0 ? (
        <section aria-labelledby="links">
          <h2 id="links">Links</h2>
          <LinkRows links={links} />
        </section>
      ) : null}
    </div>
  );
}

function More({ to, children }: { to: string; children: string }) {
  return (
    <p className="more-rows">
      <Link to={to}>{children}</Link>
    </p>
  );
}

function Inviting({ assessment, invited, links, told }: PeopleProps) {
  const refused = told?.tone === "refused" ? told : null;
  if (!assessment.isTaking) {
    return (
      <section aria-labelledby="invite">
        <h2 id="invite">Invite</h2>
        <p>
          {assessment.state === "draft"
            ? "It is a draft: open it first, then invite."
            : `${stateWords(assessment.state, false)}: nobody can begin any more, so nobody is invited.`}
        </p>
      </section>
    );
  }
  return (
    <div className="inviting">
      <section aria-labelledby="invite">
        <h2 id="invite">Invite by address</h2>
        <InviteForm key={`${invited[0]?.invitationId}`} refused={refused} />
      </section>
      <section aria-labelledby="invite-link">
        <h2 id="invite-link">Invite by a link</h2>
        <LinkForm key={`${links[0]?.invitationId}`} refused={refused} />
      </section>
    </div>
  );
}
