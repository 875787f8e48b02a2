import { randomUUID } from "node:crypto";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { settleSession } from "#app/services/hiring/levels/settle-session.server.ts";
import { keepVersion } from "#app/services/library/keep-version.server.ts";
import { runGrade } from "#app/services/grading/run-grade.server.ts";
import { gradedScenario, gradedTranscript } from "#test/support/graded-scenario.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeViewer } from "#test/support/session.ts";

// A hiring team and what is handed in to it, as rows: for tests of what comes after.

export type Team = {
  organisationId: string;
  handle: string;
  admin: Viewer;
  first: Viewer;
  second: Viewer;
  third: Viewer;
};

/** An organisation with an admin and three reviewers. */
export async function makeTeam(): Promise<Team> {
  const { id: organisationId, handle } = await makeOrganisation();
  return {
    organisationId,
    handle,
    admin: await makeMember({ organisationId, roles: ["admin"], name: "Asa Admin" }),
    first: await makeMember({ organisationId, roles: ["reviewer"], name: "Rae First" }),
    second: await makeMember({ organisationId, roles: ["reviewer"], name: "Rex Second" }),
    third: await makeMember({ organisationId, roles: ["reviewer"], name: "Rui Third" }),
  };
}

type Wanted = Partial<Omit<Prisma.AssessmentUncheckedCreateInput, "parts" | "organisationId">> & {
  scenario?: Scenario;
};

/** An open assessment with one part. */
export async function makeAssessment(
  { organisationId }: Pick<Team, "organisationId">,
  { scenario = gradedScenario, ...rest }: Wanted = {},
) {
  const hash = `hash-of-${scenario.slug}`;
  await keepVersion(db(), { scenario, hash, rubricHash: `rubric-of-${scenario.slug}` });
  const assessment = await db().assessment.create({
    data: {
      organisationId,
      name: "Platform engineer",
      state: "open",
      openedAt: new Date(),
      contact: "people@acme.example",
      feedback: { levels: true, words: true, study: true, appeal: true },
      ...rest,
      parts: { create: { position: 1, slug: scenario.slug, scenarioHash: hash, minutes: scenario.minutes } },
    },
    include: { parts: true },
  });
  const [part] = assessment.parts;
  if (!part) throw new Error("An assessment was made without a part.");
  return { ...assessment, part };
}

type MadeAssessment = Awaited<ReturnType<typeof makeAssessment>>;

let candidacies = 0;

/** Somebody who has read the notice and begun, by a name that occurs nowhere else. */
export async function makeCandidacy(assessment: MadeAssessment, { name }: { name?: string } = {}) {
  candidacies += 1;
  const candidate = await makeViewer({ name: name ?? `Quenby Candidate-${candidacies}` });
  const now = new Date();
  const candidacy = await db().candidacy.create({
    data: {
      assessmentId: assessment.id,
      userId: candidate.id,
      code: `C${String(candidacies).padStart(3, "0")}`,
      acknowledgedAt: now,
      notice: {},
      deleteAt: new Date(now.getTime() + assessment.retentionDays * 86_400_000),
    },
  });
  return { candidate, candidacy };
}

type HandIn = { graded?: boolean; answers?: Prisma.TurnCreateManySessionInput[]; name?: string };

/** A finished session that waits for reviewers, with the offline grader's grade of it. */
export async function handIn(assessment: MadeAssessment, { graded = true, name }: HandIn = {}) {
  const { candidate, candidacy } = await makeCandidacy(assessment, name === undefined ? {} : { name });
  const now = new Date();
  const version = await db().scenarioVersion.findUniqueOrThrow({ where: { hash: assessment.part.scenarioHash } });
  const { id: sessionId } = await db().session.create({
    data: {
      userId: candidate.id,
      scenarioHash: version.hash,
      slug: assessment.part.slug,
      organisationId: assessment.organisationId,
      mode: "assessment",
      phase: "finished",
      startedAt: now,
      finishedAt: now,
      lastActiveAt: now,
      candidacyId: candidacy.id,
      partId: assessment.part.id,
      reviewState: "waiting",
      queueKey: Math.random(),
      turns: { create: gradedTranscript.map((turn) => ({ ...turn, createdAt: now })) },
    },
  });
  await db().candidacy.update({ where: { id: candidacy.id }, data: { handedInAt: now } });
  if (graded) {
    const { id } = await db().grade.create({
      data: { id: randomUUID(), sessionId, grader: "offline", rubricHash: version.rubricHash },
    });
    await runGrade(id);
  }
  await db().$transaction((tx) => settleSession(tx, sessionId));
  return { candidate, candidacy, sessionId };
}

type Given = { sessionId: string; levels: Record<string, number>; kind?: "independent" | "adjudication" };

/** A review as it stands in the database once it has been given. */
export async function giveReview(reviewer: Viewer, { sessionId, levels, kind = "independent" }: Given) {
  const session = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { scenarioVersion: true },
  });
  const data = { sessionId, reviewerId: reviewer.id, rubricHash: session.scenarioVersion.rubricHash };
  await db().review.create({ data: { ...data, levels, kind, createdAt: new Date() } });
  return db().$transaction((tx) => settleSession(tx, sessionId));
}
