import { newSettings } from "#app/domain/hiring/assessment.ts";
import { listChoices } from "#app/services/hiring/assessments/list-choices.server.ts";
import { openAssessment } from "#app/services/hiring/assessments/open-assessment.server.ts";
import { createAssessment } from "#app/services/hiring/assessments/save-assessment.server.ts";
import { makeLink } from "#app/services/hiring/invitations/make-link.server.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { claimSession } from "#app/services/hiring/queue/claim-session.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";
import { giveReview, handIn } from "#test/support/hiring.ts";
import { makeMember } from "#test/support/organisation.ts";

// What addresses of a hiring team lead to, made as its admin makes it.

type Owner = { admin: Viewer; organisation: string };

/** An open assessment of one part, the organisation's own scenario if it has published one. */
export async function openExample({ admin, organisation }: Owner): Promise<string> {
  const membership = admin.memberships.find(({ handle }) => handle === organisation);
  const [choice] = membership ? await listChoices(membership) : [];
  if (!choice) throw new Error(`There is no scenario to make an assessment of ${organisation} of.`);
  const settings = {
    ...newSettings,
    name: "Platform engineer",
    contact: "people@acme.example",
    parts: [{ scenarioHash: choice.hash, minutes: null }],
  };
  const made = await createAssessment(admin, { organisation, settings });
  if (!made?.ok) throw new Error("The assessment was refused.");
  const opened = await openAssessment(admin, { organisation, assessment: made.assessmentId });
  if (!opened?.ok) throw new Error(`The assessment was not opened: ${opened?.missing.join(" ")}`);
  return made.assessmentId;
}

/** The token of a link to it that many may use. */
export async function linkTo({ admin, organisation }: Owner, assessment: string): Promise<string> {
  const made = await makeLink(admin, {
    organisation,
    assessment,
    label: "Careers page",
    mostUses: 1_000,
    days: 14,
    extraTimePercent: 0,
  });
  if (!made?.ok) throw new Error("The link was refused.");
  return made.link.slice(made.link.lastIndexOf("/") + 1);
}

/** Two sessions of others: one that the reviewers have taken, and one on which two members are far apart. */
export async function handInExamples(assessmentId: string, reviewers: readonly Viewer[]) {
  const found = await db().assessment.findUniqueOrThrow({ where: { id: assessmentId }, include: { parts: true } });
  const [part] = found.parts;
  if (!part) throw new Error("The assessment has no part.");
  const { organisationId } = found;
  const held = await handIn({ ...found, part }, { graded: false });
  for (const viewer of reviewers) {
    await claimSession(viewer, { organisation: organisationId, sessionId: held.sessionId });
  }
  const apart = await handIn({ ...found, part }, { graded: false });
  const { rubric } = await getVersion(part.scenarioHash);
  const settled = await handIn({ ...found, part }, { graded: false });
  for (const { level, sessionId } of [
    ...[0, 4].map((each) => ({ level: each, sessionId: apart.sessionId })),
    ...[2, 2].map((each) => ({ level: each, sessionId: settled.sessionId })),
  ]) {
    const reviewer = await makeMember({ organisationId, roles: ["reviewer"] });
    const levels = Object.fromEntries(rubric.criteria.map(({ id }) => [id, level]));
    await giveReview(reviewer, { sessionId, levels });
  }
  const contested = { sessionId: settled.sessionId, criterionId: rubric.criteria[0]?.id ?? "", level: 2 };
  const { id: levelAppeal } = await db().levelAppeal.create({ data: { ...contested, reason: "Read it again." } });
  const settledCode = settled.candidacy.code;
  const settledSession = settled.sessionId;
  return { heldSession: held.sessionId, apartSession: apart.sessionId, settledSession, settledCode, levelAppeal };
}
