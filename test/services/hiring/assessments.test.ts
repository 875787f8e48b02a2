import { expect, test } from "vitest";
import { newSettings, type AssessmentSettings } from "#app/domain/hiring/assessment.ts";
import { db } from "#app/db/client.server.ts";
import { changeAssessment } from "#app/services/hiring/assessments/change-assessment.server.ts";
import { closeAssessment } from "#app/services/hiring/assessments/close-assessment.server.ts";
import { deleteAssessment } from "#app/services/hiring/assessments/delete-assessment.server.ts";
import { findAssessment } from "#app/services/hiring/assessments/find-assessment.server.ts";
import { getNotice } from "#app/services/hiring/assessments/get-notice.server.ts";
import { getOverview } from "#app/services/hiring/assessments/get-overview.server.ts";
import { listAssessments } from "#app/services/hiring/assessments/list-assessments.server.ts";
import { listChoices } from "#app/services/hiring/assessments/list-choices.server.ts";
import { openAssessment } from "#app/services/hiring/assessments/open-assessment.server.ts";
import { createAssessment, saveDraftAssessment } from "#app/services/hiring/assessments/save-assessment.server.ts";
import { keepVersion } from "#app/services/library/keep-version.server.ts";
import { hashOf, loadLibrary } from "#app/services/library/load-library.server.ts";
import { draftOf, writeDraft } from "#test/support/authored.ts";
import { useTestJobs } from "#test/support/database.ts";
import { handIn, makeAssessment, makeCandidacy, makeTeam, type Team } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";

// An assessment from draft to its end, and who may bring it there.

const warmUp = makeScenario({ slug: "warm-up", title: "A warm-up" });
await useTestLibrary(makeScenario(), warmUp);
useTestJobs(idleJobs);

const shipped = (await loadLibrary()).scenarios.find(({ scenario }) => scenario.slug === makeScenario().slug);
const shippedHash = shipped?.hash ?? "";
const part = { scenarioHash: shippedHash, minutes: null };

function settingsOf(changes: Partial<AssessmentSettings> = {}): AssessmentSettings {
  return { ...newSettings, name: "Platform engineer", contact: "people@acme.example", parts: [part], ...changes };
}

async function create({ admin, handle }: Team, changes: Partial<AssessmentSettings> = {}): Promise<string> {
  const made = await createAssessment(admin, { organisation: handle, settings: settingsOf(changes) });
  if (!made?.ok) throw new Error(`The assessment was refused: ${JSON.stringify(made)}`);
  return made.assessmentId;
}

async function createOpen(team: Team, changes: Partial<AssessmentSettings> = {}): Promise<string> {
  const assessment = await create(team, changes);
  const opened = await openAssessment(team.admin, { organisation: team.handle, assessment });
  if (!opened?.ok) throw new Error(opened?.missing.join(" "));
  return assessment;
}

/** A scenario of the organisation's, published so many times. */
async function publish({ admin, handle, organisationId }: Team, versions: number): Promise<string[]> {
  const slug = await writeDraft(admin, { organisation: handle, title: "Refund desk" });
  const { id: scenarioId } = await db().authoredScenario.findFirstOrThrow({ where: { organisationId, slug } });
  const hashes: string[] = [];
  for (let number = 1; number <= versions; number++) {
    const scenario = makeScenario({ slug: `${handle}.${slug}`, title: "Refund desk", minutes: 10 + number });
    const hash = hashOf(scenario);
    await keepVersion(db(), { scenario, hash, rubricHash: hashOf(scenario.rubric) });
    const files = draftOf({ title: "Refund desk" });
    await db().publishedVersion.create({ data: { scenarioId, number, hash, files } });
    hashes.push(hash);
  }
  return hashes;
}

const actionsOf = async (assessmentId: string) =>
  (await db().auditEntry.findMany({ where: { assessmentId }, orderBy: { id: "asc" } })).map(({ action }) => action);

test("only an admin makes, writes, opens, closes and deletes one; to others it is not there", async () => {
  const team = await makeTeam();
  const elsewhere = await makeTeam();
  const assessment = await create(team);
  for (const viewer of [team.first, elsewhere.admin]) {
    const wanted = { organisation: team.handle, assessment };
    expect(await createAssessment(viewer, { organisation: team.handle, settings: settingsOf() })).toBeNull();
    expect(await saveDraftAssessment(viewer, { ...wanted, settings: settingsOf() })).toBeNull();
    expect(await openAssessment(viewer, wanted)).toBeNull();
    expect(await changeAssessment(viewer, { ...wanted, changes: settingsOf() })).toBeNull();
    expect(await closeAssessment(viewer, wanted)).toBeNull();
    expect(await deleteAssessment(viewer, wanted)).toBeNull();
  }
  // By the handle of one's own organisation nobody comes to another's.
  const crossed = { organisation: elsewhere.handle, assessment };
  expect(await findAssessment(elsewhere.admin, { ...crossed, action: "see_hiring" })).toBeNull();
  expect(await openAssessment(elsewhere.admin, crossed)).toBeNull();
  expect(await getOverview(team.first, { organisation: team.handle, assessment })).toMatchObject({ state: "draft" });
  expect(await listAssessments(elsewhere.admin, { organisation: team.handle })).toBeNull();
});

test("a draft is written whole, with each version as it is chosen and its author's minutes where none are given", async () => {
  const team = await makeTeam();
  const [first = "", second = ""] = await publish(team, 2);
  const choices = await listChoices(team);
  // Its own come first, the newest version before the older.
  expect(choices.slice(0, 2)).toMatchObject([
    { hash: second, number: 2 },
    { hash: first, number: 1 },
  ]);
  expect(new Set(choices.slice(2).map(({ number }) => number))).toEqual(new Set([null]));
  const assessment = await create(team, {
    parts: [
      { scenarioHash: first, minutes: null },
      { ...part, minutes: 45 },
    ],
  });
  const parts = async () => (await getOverview(team.admin, { organisation: team.handle, assessment }))?.parts;
  expect(await parts()).toMatchObject([
    { hash: first, title: "Refund desk", minutes: 11, number: 1 },
    { hash: shippedHash, minutes: 45, number: null },
  ]);
  const settings = settingsOf({ parts: [{ scenarioHash: second, minutes: 60 }] });
  await saveDraftAssessment(team.admin, { organisation: team.handle, assessment, settings });
  expect(await parts()).toMatchObject([{ hash: second, minutes: 60, number: 2 }]);
});

test("what cannot be chosen is refused at its place: unknown versions, a scenario twice, a part as warm-up", async () => {
  const team = await makeTeam();
  const [first = "", second = ""] = await publish(team, 2);
  const refuse = async (changes: Partial<AssessmentSettings>) => {
    const made = await createAssessment(team.admin, { organisation: team.handle, settings: settingsOf(changes) });
    return made && !made.ok && made.reason === "fields" ? Object.keys(made.fields) : [];
  };
  expect(await refuse({ parts: [part, { scenarioHash: "unknown", minutes: null }] })).toEqual(["part-2"]);
  const twice = [first, second].map((scenarioHash) => ({ scenarioHash, minutes: null }));
  expect(await refuse({ parts: twice })).toEqual(["part-2"]);
  expect(await refuse({ warmUp: makeScenario().slug })).toEqual(["warmUp"]);
  expect(await refuse({ warmUp: "another.scenario" })).toEqual(["warmUp"]);
  const other = await makeTeam();
  const [theirs = ""] = await publish(other, 1);
  expect(await refuse({ parts: [{ scenarioHash: theirs, minutes: null }] })).toEqual(["part-1"]);
});

test("it opens once everything needed is there, and says all that is missing before", async () => {
  const team = await makeTeam();
  const wanted = { organisation: team.handle, assessment: await create(team, { parts: [], contact: "" }) };
  expect(await openAssessment(team.admin, wanted)).toMatchObject({ ok: false, missing: { length: 2 } });
  await saveDraftAssessment(team.admin, { ...wanted, settings: settingsOf() });
  expect(await openAssessment(team.admin, wanted)).toEqual({ ok: true });
  expect(await openAssessment(team.admin, wanted)).toEqual({ ok: true });
  expect(await actionsOf(wanted.assessment)).toEqual(["assessment.create", "assessment.change", "assessment.open"]);
});

test("a scenario that was archived since it was chosen keeps it from opening", async () => {
  const team = await makeTeam();
  const [hash = ""] = await publish(team, 1);
  const assessment = await create(team, { parts: [part, { scenarioHash: hash, minutes: null }] });
  await db().authoredScenario.updateMany({
    where: { organisationId: team.organisationId },
    data: { archivedAt: new Date() },
  });
  expect(await openAssessment(team.admin, { organisation: team.handle, assessment })).toEqual({
    ok: false,
    missing: ["Scenario 2 has been archived or ships no more: choose another."],
  });
});

test("once open, the parts, minutes, attempts and who grades are fixed, and a draft's form is refused", async () => {
  const team = await makeTeam();
  const wanted = { organisation: team.handle, assessment: await createOpen(team) };
  const settings = settingsOf({ attempts: 3, parts: [], modelMayGrade: true });
  expect(await saveDraftAssessment(team.admin, { ...wanted, settings })).toEqual({ ok: false, reason: "opened" });
  // Neither does more come along with what may be changed.
  await changeAssessment(team.admin, { ...wanted, changes: { ...settings, name: "Renamed" } });
  const row = await db().assessment.findUniqueOrThrow({ where: { id: wanted.assessment }, include: { parts: true } });
  expect(row).toMatchObject({ name: "Renamed", attempts: 1, modelMayGrade: false, parts: { length: 1 } });
});

test("once open, what is fair to change changes, and the record names it", async () => {
  const team = await makeTeam();
  const wanted = { organisation: team.handle, assessment: await createOpen(team, { deadline: "2099-01-01" }) };
  const { parts: _p, attempts: _a, retentionDays: _r, modelMayGrade: _m, warmUp: _w, ...changes } = settingsOf();
  const renamed = { ...changes, name: "Platform engineer, spring", deadline: "2099-02-01", reviewersPerSession: 3 };
  expect(await changeAssessment(team.admin, { ...wanted, changes: renamed })).toEqual({ ok: true });
  const row = await db().assessment.findUniqueOrThrow({ where: { id: wanted.assessment } });
  expect(row).toMatchObject({ name: "Platform engineer, spring", reviewersPerSession: 3, attempts: 1 });
  const entry = await db().auditEntry.findFirst({ where: { assessmentId: row.id, action: "assessment.change" } });
  expect(entry?.details).toEqual({ changed: ["name", "deadline", "reviewersPerSession"] });
  const earlier = { ...renamed, deadline: "2099-01-15", reviewersPerSession: 1 };
  const refused = await changeAssessment(team.admin, { ...wanted, changes: earlier });
  expect(refused && !refused.ok && Object.keys(refused.fields)).toEqual(["deadline", "reviewersPerSession"]);
  // The same again is no change, and no entry.
  await changeAssessment(team.admin, { ...wanted, changes: renamed });
  expect(await actionsOf(row.id)).toEqual(["assessment.create", "assessment.open", "assessment.change"]);
});

test("closing ends it for good, and what nobody took may then be deleted, with the invitations in the mail", async () => {
  const team = await makeTeam();
  const assessment = await createOpen(team);
  const wanted = { organisation: team.handle, assessment };
  const to = { assessmentId: assessment, email: "never@came.example", tokenHash: assessment, expiresAt: new Date() };
  const { id: about } = await db().assessmentInvitation.create({ data: to });
  await db().mail.create({ data: { to: to.email, subject: "An assessment", text: "Come in.", about } });
  expect(await deleteAssessment(team.admin, wanted)).toEqual({ ok: false, reason: "open" });
  expect(await closeAssessment(team.admin, wanted)).toEqual({ ok: true });
  expect(await openAssessment(team.admin, wanted)).toBeNull();
  expect(await deleteAssessment(team.admin, wanted)).toEqual({ ok: true });
  expect(await db().mail.count({ where: { about } })).toBe(0);
  expect(await findAssessment(team.admin, { ...wanted, action: "see_hiring" })).toBeNull();
  expect(await actionsOf(wanted.assessment)).toContain("assessment.delete");
});

test("what somebody took is not deleted with its rules", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { state: "closed" });
  await makeCandidacy(assessment);
  expect(await deleteAssessment(team.admin, { organisation: team.handle, assessment: assessment.id })).toEqual({
    ok: false,
    reason: "has-candidates",
  });
});

test("the overview counts without a name, and its notice is the one candidates get", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { warmUp: warmUp.slug });
  await makeCandidacy(assessment, { name: "Unmistakable Person" });
  await handIn(assessment, { name: "Unmistakable Other" });
  const overview = await getOverview(team.first, { organisation: team.handle, assessment: assessment.id });
  expect(overview?.counts).toEqual({ invited: 0, underWay: 1, handedIn: 1, sessions: 1, reviewed: 0 });
  expect(JSON.stringify(overview)).not.toContain("Unmistakable");
  expect(overview?.notice).toEqual(await getNotice({ assessmentId: assessment.id }));
  expect(JSON.stringify(overview?.notice)).toContain("A warm-up");
});

test("the list is paged, newest first, and each is on one page", async () => {
  const team = await makeTeam();
  const at = new Date("2026-01-01");
  const rows = Array.from({ length: 120 }, (_, n) => ({
    organisationId: team.organisationId,
    contact: "people@acme.example",
    feedback: {},
    name: `Number ${n}`,
    createdAt: new Date(at.getTime() + Math.floor(n / 7) * 1_000), // several made at the same moment
  }));
  await db().assessment.createMany({ data: rows });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const listed = await listAssessments(team.first, { organisation: team.handle, after });
    seen.push(...(listed?.assessments ?? []).map(({ name }) => name));
    after = listed?.next ?? null;
  } while (after !== null);
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
});
