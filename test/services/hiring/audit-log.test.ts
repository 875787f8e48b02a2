import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { auditActions, type AuditAction } from "#app/domain/hiring/audit.ts";
import {
  detailWords,
  parseAuditCursor,
  serverActor,
  whatWords,
  whoWords,
  type AuditFilter,
} from "#app/domain/hiring/audit-log.ts";
import { db } from "#app/db/client.server.ts";
import { exportAudit } from "#app/services/hiring/audit/export-audit.server.ts";
import { listAudit } from "#app/services/hiring/audit/list-audit.server.ts";
import { writeAudit, type AuditNote } from "#app/services/hiring/audit/write-audit.server.ts";
import { deleteCandidacy } from "#app/services/hiring/retention/delete-candidacy.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { giveReview, handIn, makeAssessment, makeTeam, type Team } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeViewer } from "#test/support/session.ts";

useTestJobs(idleJobs);

const everything: AuditFilter = { action: null, assessmentId: null, personId: null };

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const note = (actor: Pick<Viewer, "id"> | null, action: AuditAction, rest: Partial<AuditNote> = {}, of = team) =>
  db().$transaction((tx) => writeAudit(tx, actor, { organisationId: of.organisationId, action, ...rest }));

async function look(filter: Partial<AuditFilter> = {}, after: string | null = null, of = team) {
  const asked = { organisation: of.organisationId, filter: { ...everything, ...filter } };
  const view = await listAudit(of.admin, { ...asked, after: after === null ? null : parseAuditCursor(after) });
  if (!view) throw new Error("The admin may not see the log.");
  return view;
}

test("newest first, in words, with who did it: a member by name, the server, somebody whose account is gone", async () => {
  const gone = await makeViewer({ name: "Soon Gone" });
  await note(team.admin, "assessment.create");
  await note(null, "data.delete", { details: { because: "retention", sessions: 2 } });
  await note(gone, "queue.gone" as AuditAction);
  await db().user.delete({ where: { id: gone.id } });
  const { rows } = await look();
  expect(rows.map((row) => [whoWords(row), whatWords(row), row.more])).toEqual([
    ["Somebody whose account is gone", "queue.gone", ""],
    ["The server", auditActions["data.delete"], "because the time for which it is kept was over · sessions: 2"],
    ["Asa Admin", auditActions["assessment.create"], ""],
  ]);
});

test("that the log was read is written into it, once an hour", async () => {
  await look();
  await look();
  expect((await look({ action: "audit.see" })).rows).toHaveLength(1);
});

test("what a person did as a candidate has no code and no session before everything is reviewed, and then it has", async () => {
  const of = await makeTeam();
  const made = await makeAssessment(of, { reviewersPerSession: 1 });
  const { candidate, candidacy, sessionId } = await handIn(made, { graded: false });
  const about = { assessmentId: made.id, candidacyId: candidacy.id };
  await note(candidate, "candidacy.hand-in", { ...about, sessionId, details: { sessions: 1 } }, of);
  await note(of.admin, "accommodation.change", { ...about, details: { percent: 25 } }, of);
  await note(of.first, "review.claim", { ...about, sessionId }, of);
  const rowsNow = async () => (await look({ assessmentId: made.id }, null, of)).rows;
  const [claim, changed, handedIn] = await rowsNow();
  expect(handedIn).toMatchObject({ who: { kind: "candidate" }, candidate: { code: null }, session: null, more: "" });
  expect(changed).toMatchObject({ who: { name: "Asa Admin" }, candidate: { code: null }, session: null, more: "" });
  expect(claim).toMatchObject({ candidate: { code: candidacy.code }, session: { id: sessionId, isComplete: false } });
  expect(JSON.stringify(await rowsNow())).not.toContain(candidate.name);
  await giveReview(of.first, { sessionId, levels: { framing: 2, economics: 1 } });
  const [, changedNow, handedInNow] = await rowsNow();
  expect(changedNow).toMatchObject({ candidate: { code: candidacy.code, isComplete: true }, more: "percent: 25" });
  expect(handedInNow).toMatchObject({ candidate: { code: candidacy.code }, session: { isComplete: true } });
  expect(JSON.stringify(await rowsNow())).not.toContain(candidate.name);
});

test("an admin who is a candidate too is not told here what their own levels were changed to", async () => {
  const of = await makeTeam();
  const made = await makeAssessment(of, { reviewersPerSession: 1 });
  const { candidacy, sessionId } = await handIn(made, { graded: false });
  await giveReview(of.first, { sessionId, levels: { framing: 2, economics: 1 } });
  const about = { candidacyId: candidacy.id, sessionId, details: { before: 2, level: 3 } };
  await note(of.first, "level.change", about, of);
  expect((await look({}, null, of)).rows[0]?.more).toBe("level: 3 · before: 2");
  await db().candidacy.update({ where: { id: candidacy.id }, data: { userId: of.admin.id } });
  expect((await look({ action: "level.change" }, null, of)).rows[0]?.more).toBe("");
});

test("what a candidate did names nobody once their candidacy is deleted and their account is not", async () => {
  const of = await makeTeam();
  const { candidate, candidacy } = await handIn(await makeAssessment(of), { graded: false });
  for (const action of ["candidacy.begin", "appeal.make"] as const) {
    await note(candidate, action, { candidacyId: candidacy.id }, of);
  }
  await db().$transaction((tx) => deleteCandidacy(tx, of.admin, { candidacyId: candidacy.id, because: "team" }));
  const { rows } = await look({}, null, of);
  expect(rows.map(whoWords).slice(1)).toEqual(["The candidate", "The candidate"]);
  expect((await look({ personId: serverActor }, null, of)).rows).toEqual([]);
});

test("nobody is found as a candidate by asking for the deeds of a person", async () => {
  const of = await makeTeam();
  const { candidate, candidacy } = await handIn(await makeAssessment(of), { graded: false });
  await note(candidate, "candidacy.begin", { candidacyId: candidacy.id }, of);
  await note(of.first, "review.claim", {}, of);
  expect((await look({ personId: candidate.id }, null, of)).rows).toEqual([]);
  expect((await look({ personId: of.first.id }, null, of)).rows).toHaveLength(1);
});

test("pages follow one another without a gap or a double, also where many entries are of one moment", async () => {
  const of = await makeTeam();
  const at = new Date("2026-11-22T10:00:00Z");
  const entry = { organisationId: of.organisationId, at, action: "people.see", actorId: of.admin.id };
  await db().auditEntry.createMany({ data: Array.from({ length: 120 }, () => entry) });
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const view = await look({ action: "people.see" }, after, of);
    ids.push(...view.rows.map(({ id }) => id));
    after = view.older;
  } while (after !== null);
  expect(ids).toHaveLength(120);
  expect(new Set(ids).size).toBe(120);
});

test("the file holds every entry, newest first, its own export on top, and a name that would be a formula as text", async () => {
  const of = await makeTeam();
  await db().user.update({ where: { id: of.first.id }, data: { name: "+1 Reviewer" } });
  await db().auditEntry.createMany({
    data: Array.from({ length: 1_100 }, (_, n) => ({
      organisationId: of.organisationId,
      at: new Date(Date.UTC(2026, 10, 1, 0, 0, n)),
      action: "review.claim",
      actorId: of.first.id,
    })),
  });
  const parts: string[] = [];
  const asked = { organisation: of.organisationId, filter: everything, after: null };
  for await (const part of (await exportAudit(of.admin, asked)) ?? []) parts.push(part);
  const lines = parts.join("").trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + 1 + 1_100);
  expect(lines[0]).toBe("\uFEFFat,who,action,what,assessment,candidate,session,more,cursor");
  expect(lines[1]).toContain("audit.export");
  expect(lines[2]).toContain(",'+1 Reviewer,review.claim,");
  expect(parts).toHaveLength(4);
  const goesOn = parseAuditCursor(lines[1_000]?.split(",").at(-1) ?? "");
  let rest = "";
  for await (const part of (await exportAudit(of.admin, { ...asked, after: goesOn })) ?? []) rest += part;
  expect(rest.trimEnd().split("\r\n")).toEqual(lines.slice(1_001));
});

test("a reviewer and an admin of elsewhere are told that there is none", async () => {
  const asked = { organisation: team.organisationId, filter: everything, after: null };
  expect(await listAudit(team.first, asked)).toBeNull();
  expect(await exportAudit((await makeTeam()).admin, asked)).toBeNull();
});

test("an export ends as a broken file when its reader is removed in the middle", async () => {
  const of = await makeTeam();
  await note(of.admin, "people.see", {}, of);
  const file = await exportAudit(of.admin, { organisation: of.organisationId, filter: everything, after: null });
  await file?.next();
  await db().member.deleteMany({ where: { userId: of.admin.id } });
  await expect(file?.next()).rejects.toThrow("may no longer see it");
});

test("details are told as counts and settings, and long texts not at all", () => {
  expect(detailWords({ names: true, sessions: 2, goesOn: false, text: "x".repeat(61) })).toBe("names · sessions: 2");
  expect(detailWords(null)).toBe("");
});
