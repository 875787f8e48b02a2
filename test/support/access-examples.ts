import type { Role } from "#app/domain/accounts/roles.ts";
import { addressOf } from "#app/domain/scenarios/address.ts";
import { db } from "#app/db/client.server.ts";
import { findViewer } from "#app/services/accounts/find-viewer.server.ts";
import { appealCriterion } from "#app/services/appeals/appeal-criterion.server.ts";
import { planImport } from "#app/services/authoring/files/plan-import.server.ts";
import { keepVersion } from "#app/services/library/keep-version.server.ts";
import { hashOf } from "#app/services/library/load-library.server.ts";
import { inviteMember } from "#app/services/organisations/invite-member.server.ts";
import { startDrill } from "#app/services/practice/start-drill.server.ts";
import { draftOf, writeDraft } from "#test/support/authored.ts";
import { newestToken } from "#test/support/organisation.ts";
import { writePage } from "#test/support/organisation-page.ts";
import { reviewerEmail } from "#test/support/reviewer.ts";
import { beginExample } from "#test/support/candidacy.ts";
import { handInExamples, linkTo, openExample } from "#test/support/hiring-examples.ts";
import { makeScenario } from "#test/support/scenario.ts";
import { gradeNow, playSession } from "#test/support/session.ts";
import { makeZip } from "#test/support/zip.ts";
import { verified } from "#test/support/verified.ts";
import { makeAccount, makeGuest, type Visitor } from "#test/support/visitor.ts";

// One of everything that an address can lead to, and everybody who may or may not follow it.

export const callers = [
  "nobody",
  "guest",
  "account",
  "candidate",
  "instructor",
  "reviewer",
  "admin",
  "admin elsewhere",
  "named reviewer",
] as const;
export type Caller = (typeof callers)[number];
export type People = Record<Exclude<Caller, "nobody">, Visitor>;

async function join(handle: string, role: Role): Promise<Visitor> {
  const visitor = await makeAccount();
  const { id: organisationId } = await db().organisation.findUniqueOrThrow({ where: { handle } });
  await db().member.create({ data: { organisationId, userId: visitor.viewer.id, roles: [role] } });
  return again(visitor);
}

/** The same person, as the next request finds them. */
async function again({ headers }: Visitor): Promise<Visitor> {
  const viewer = await findViewer(headers);
  if (viewer === null) throw new Error("A test's visitor is signed out.");
  return { headers, viewer };
}

async function makeNamedReviewer(): Promise<Visitor> {
  const visitor = await makeAccount();
  await db().user.update({
    where: { id: visitor.viewer.id },
    data: { email: reviewerEmail, emailVerified: true },
  });
  return again(visitor);
}

/** Two organisations, acme with everything in it; nobody belongs to both. */
export async function makePeople(): Promise<People> {
  await db().organisation.create({ data: { name: "Acme", handle: "acme" } });
  await db().organisation.create({ data: { name: "Globex", handle: "globex" } });
  return {
    guest: await makeGuest(),
    account: await makeAccount(),
    candidate: await join("acme", "candidate"),
    instructor: await join("acme", "instructor"),
    reviewer: await join("acme", "reviewer"),
    admin: await verified(await join("acme", "admin")),
    "admin elsewhere": await join("globex", "admin"),
    "named reviewer": await makeNamedReviewer(),
  };
}

/** A scenario of acme's, published whatever the grader makes of its answers: here only its address counts. */
async function publish({ viewer }: Visitor): Promise<string> {
  const title = "Refund desk";
  const slug = await writeDraft(viewer, { organisation: "acme", title });
  const scenario = makeScenario({ slug: addressOf("acme", slug), title });
  const hash = hashOf(scenario);
  await keepVersion(db(), { scenario, hash, rubricHash: hashOf(scenario.rubric) });
  const { id: scenarioId } = await db().authoredScenario.findFirstOrThrow({ where: { slug } });
  await db().publishedVersion.create({ data: { scenarioId, number: 1, hash, files: draftOf({ title }) } });
  return slug;
}

async function contest(candidate: Visitor, sessionId: string): Promise<string> {
  const asked = { gradeId: await gradeNow(sessionId), criterionId: "framing", reason: "It is a habit, I say." };
  const made = await appealCriterion(candidate.viewer, { sessionId, asked });
  if (!made?.ok) throw new Error("The appeal was refused.");
  return made.appealId;
}

/** One that has ended: who may look at it does not hang on what it found. */
async function regrade(): Promise<string> {
  const { scenarioId, hash } = await db().publishedVersion.findFirstOrThrow();
  const { id } = await db().regrade.create({ data: { scenarioId, hash, grader: "offline", status: "done" } });
  return id;
}

/** What an instructor was shown that an import would do. */
async function planIn({ viewer }: Visitor): Promise<string> {
  const files = Object.entries(draftOf({ title: "Returns desk" }));
  const bytes = makeZip(files.map(([file, data]) => ({ name: `returns-desk/${file}`, data })));
  const planned = await planImport(viewer, { organisation: "acme", bytes });
  if (!planned?.ok) throw new Error(`The zip was refused: ${planned?.message}`);
  return planned.planId;
}

async function invite({ admin, account }: People): Promise<string> {
  const email = account.viewer.email ?? "";
  await inviteMember(admin.viewer, { organisation: "acme", email, roles: ["candidate"] });
  return newestToken(email);
}

/** What stands in an address for `{session}` and the like; what is somebody's own is the candidate's. */
export async function makeExamples(people: People): Promise<Record<string, string>> {
  const { admin, candidate } = people;
  const organisation = "acme";
  const scenario = await publish(admin);
  const page = await writePage(admin.viewer, {
    organisation,
    title: "Onboarding",
    sections: { "First week": "Read." },
  });
  const answers = ["The dialect is a habit of output."];
  const session = await playSession(candidate.viewer, { slug: addressOf(organisation, scenario), answers });
  await gradeNow(session);
  const shippedSession = await playSession(candidate.viewer, { answers });
  const drill = await startDrill(candidate.viewer);
  const team = { admin: admin.viewer, organisation };
  const assessment = await openExample(team);
  return {
    assessment,
    ...(await handInExamples(assessment, [people.reviewer.viewer, admin.viewer])),
    scenarioHash: (await db().assessmentPart.findFirstOrThrow({ where: { assessmentId: assessment } })).scenarioHash,
    assessToken: await linkTo(team, assessment),
    ...(await beginExample(candidate.viewer, assessment)),
    scenario,
    page,
    session,
    shippedSession,
    appeal: await contest(candidate, shippedSession),
    drill: drill?.attemptId ?? "",
    token: await invite(people),
    regrade: await regrade(),
    plan: await planIn(people.instructor),
  };
}
