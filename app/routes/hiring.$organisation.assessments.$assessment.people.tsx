import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { People } from "#app/components/hiring/people/people.tsx";
import type { PeopleTold } from "#app/components/hiring/people/people-told.ts";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { cannotSendWords, keptWords } from "#app/domain/accounts/mail-reach.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { mostAddressesAtOnce, mostInvitedAnHour, readAddresses } from "#app/domain/hiring/invitation.ts";
import { storable } from "#app/domain/text/storable.ts";
import { parseForm, readFields } from "#app/http/form.server.ts";
import { type PeopleForm, PeopleFormSchema } from "#app/http/hiring/people-form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { mailReach } from "#app/services/accounts/operator.server.ts";
import type { WantedAssessment } from "#app/services/hiring/assessments/find-assessment.server.ts";
import { inviteCandidates, type InviteOutcome } from "#app/services/hiring/invitations/invite-candidates.server.ts";
import { makeLink } from "#app/services/hiring/invitations/make-link.server.ts";
import { resendCandidateInvitation } from "#app/services/hiring/invitations/resend-candidate-invitation.server.ts";
import { revokeCandidateInvitation } from "#app/services/hiring/invitations/revoke-candidate-invitation.server.ts";
import { changeExtraTime } from "#app/services/hiring/people/change-extra-time.server.ts";
import { deletePerson } from "#app/services/hiring/people/delete-person.server.ts";
import { listPeople } from "#app/services/hiring/people/list-people.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `People, ${loaded.assessment.name}` : "No such assessment"} · Tradeoff` },
];

// For the organisation's admins. Names and states: no code, no score, no session.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "see_people");
  const { handle, name, organisationId, roles } = membership;
  const { searchParams } = new URL(request.url);
  const idIn = (name: string) => storable(searchParams.get(name) ?? "") || null;
  const listed = await listPeople(viewer, {
    organisation: organisationId,
    assessment: params.assessment ?? "",
    after: idIn("after"),
    invitedAfter: idIn("invitedAfter"),
  });
  const { membership: _, ...people } = requireFound(listed);
  return { organisation: { handle, name }, roles, ...people };
}

type Done = Extract<PeopleTold, { tone: "done" }>;
type Refused = { status: 400 | 409 | 429; message: string | null; fields?: Record<string, string> };
type Taken = Done | Refused;

const done = (message: string, more: Partial<Done> = {}): Done => ({ tone: "done", message, notes: [], ...more });

const notOpen: Refused = {
  status: 409,
  message: "It is not open: nobody can begin, so nobody is invited.",
};

const refusals: Record<Extract<InviteOutcome, { ok: false }>["reason"], Refused> = {
  "address-unverified": {
    status: 409,
    message: "Verify your own address first, on the page of your account: invitations go out for your organisation.",
  },
  "not-open": notOpen,
  "too-many-this-hour": {
    status: 429,
    message: `More than ${mostInvitedAnHour} invitations within an hour. Go on later; those that were sent stand.`,
  },
};

const some = (many: number) => (many === 1 ? "1 invitation" : `${many} invitations`);

/** The invitations stand either way: where their mails went is another matter. */
function sentWords(many: number): string {
  const reach = mailReach();
  if (reach === "sent") return `${some(many)} on the way.`;
  return reach === "kept"
    ? `${some(many)} written. ${keptWords}`
    : `${some(many)} written, and reaching nobody. ${cannotSendWords}`;
}

type Sent<Intent extends PeopleForm["intent"]> = Extract<PeopleForm, { intent: Intent }>;

async function invite(viewer: Viewer, wanted: WantedAssessment, sent: Sent<"invite">): Promise<Taken> {
  const { addresses: emails, bad } = readAddresses(sent.addresses);
  const refuse = (message: string): Refused => ({ status: 400, message: null, fields: { addresses: message } });
  if (bad.length > 0) {
    const lines = bad.slice(0, 10).map(({ line, text }) => `line ${line}: “${text}”`);
    const others = bad.length > lines.length ? `, and ${bad.length - lines.length} more` : "";
    return refuse(`Nobody is invited yet: this is no e-mail address: ${lines.join(", ")}${others}.`);
  }
  if (emails.length === 0) return refuse("Enter at least one e-mail address.");
  if (emails.length > mostAddressesAtOnce) {
    return refuse(`These are ${emails.length} addresses. Invite at most ${mostAddressesAtOnce} at once.`);
  }
  const outcome = requireFound(await inviteCandidates(viewer, { ...wanted, ...sent, emails }));
  if (!outcome.ok) return refusals[outcome.reason];
  const notes = [
    ...outcome.begun.map((email) => `${email} has begun already, and was not invited again.`),
    ...outcome.slowed.map((email) => `${email} was sent several mails within a quarter of an hour. Try again later.`),
  ];
  if (outcome.sent.length === 0) return done("Nobody was invited.", { notes });
  return done(sentWords(outcome.sent.length), { notes });
}

async function link(viewer: Viewer, wanted: WantedAssessment, sent: Sent<"link">): Promise<Taken> {
  const made = requireFound(await makeLink(viewer, { ...wanted, ...sent }));
  if (made.ok) return done(`The link “${sent.label}” is made.`, { link: made.link });
  if (made.reason === "not-open") return notOpen;
  return { status: 409, message: "There are a hundred links that stand. Withdraw some first." };
}

async function resend(viewer: Viewer, wanted: WantedAssessment, invitationId: string): Promise<Taken> {
  const { email, outcome } = requireFound(await resendCandidateInvitation(viewer, { ...wanted, invitationId }));
  if (!outcome.ok) return refusals[outcome.reason];
  if (outcome.sent.length > 0) return done(`${sentWords(1)} ${email} has a new link; the one before has ended.`);
  if (outcome.begun.length > 0) return { status: 409, message: `${email} has begun already.` };
  return { status: 429, message: `${email} was sent several mails within a quarter of an hour. Try again later.` };
}

async function changeTime(viewer: Viewer, wanted: WantedAssessment, sent: Sent<"extra-time">): Promise<Taken> {
  const changed = requireFound(await changeExtraTime(viewer, { ...wanted, ...sent }));
  if (changed.ok) return done(`Saved: it counts for whatever ${changed.name} begins from now on.`);
  return { status: 409, message: "Nothing more can be begun, so there is no time to add to." };
}

async function take(viewer: Viewer, wanted: WantedAssessment, sent: PeopleForm): Promise<Taken> {
  switch (sent.intent) {
    case "invite":
      return invite(viewer, wanted, sent);
    case "link":
      return link(viewer, wanted, sent);
    case "resend":
      return resend(viewer, wanted, sent.invitationId);
    case "revoke":
      requireFound(await revokeCandidateInvitation(viewer, { ...wanted, invitationId: sent.invitationId }));
      return done("The invitation is withdrawn: nobody comes in by it any more. Whoever has begun goes on.");
    case "extra-time":
      return changeTime(viewer, wanted, sent);
    case "delete":
      requireFound(await deletePerson(viewer, { ...wanted, candidacyId: sent.candidacyId }));
      return done("It is deleted, for good. The record says that it was.");
  }
}

// For the organisation's admins; each service asks the table of permissions for what it does.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "see_people");
  const wanted = { organisation: membership.organisationId, assessment: params.assessment ?? "" };
  const form = await request.formData();
  const given = Object.fromEntries(
    Object.entries(readFields(form)).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const parsed = parseForm(PeopleFormSchema, form);
  if (!parsed.ok) {
    const { fields } = parsed.problems;
    const message = fields.intent ? "This form could not be read. Reload the page." : null;
    return data<PeopleTold>({ tone: "refused", message, fields, given }, { status: 400 });
  }
  const taken = await take(viewer, wanted, parsed.values);
  if ("tone" in taken) return data<PeopleTold>(taken);
  const { status, message, fields = {} } = taken;
  return data<PeopleTold>({ tone: "refused", message, fields, given }, { status });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function PeoplePage() {
  return <People {...useLoaderData<typeof loader>()} told={useAnswer<typeof action>() ?? null} />;
}
