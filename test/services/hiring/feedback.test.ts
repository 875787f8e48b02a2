import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { changeLevel } from "#app/services/hiring/results/change-level.server.ts";
import { getCandidateResult } from "#app/services/hiring/results/get-candidate-result.server.ts";
import { recordDecision } from "#app/services/hiring/results/record-decision.server.ts";
import { previewFeedback, sendFeedback } from "#app/services/hiring/results/send-feedback.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { handIn, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { atCandidate, completeOf, letOut, makeComplete } from "#test/support/hiring-results.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";

await useTestLibrary(makeScenario());
useTestJobs(idleJobs);

const levels = { framing: 2, economics: 4 };

async function makeOne(feedback = { levels: true, words: true, study: true, appeal: true }) {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { feedback });
  const handed = await makeComplete(team, assessment, { first: levels, second: levels });
  return { team, assessment, handed, at: atCandidate(team, assessment, handed) };
}

test("a candidate sees nothing before it is sent, then what was sent, and nobody else sees it", async () => {
  const { team, assessment, handed } = await makeOne();
  const { id } = handed.candidacy;
  expect(await getCandidateResult(handed.candidate, id)).toBeNull();
  expect(await letOut(team, assessment, handed)).toEqual({ ok: true, version: 1 });
  const result = await getCandidateResult(handed.candidate, id);
  expect(result?.words).toBe("Well argued.");
  expect(result?.parts[0]?.criteria.map(({ id: criterion, level, lift }) => [criterion, level, lift])).toEqual([
    ["framing", 2, "Puts the dialect and the tables on their proper sides."],
    ["economics", 4, null],
  ]);
  expect(await getCandidateResult(team.admin, id)).toBeNull();
});

test("what the policy does not allow is neither sent nor kept", async () => {
  const { team, assessment, handed } = await makeOne({ levels: false, words: false, study: true, appeal: false });
  await letOut(team, assessment, handed, { words: "Not allowed here." });
  const { feedback } = await db().candidacy.findUniqueOrThrow({ where: { id: handed.candidacy.id } });
  expect(JSON.stringify(feedback)).not.toContain("Not allowed here");
  const result = await getCandidateResult(handed.candidate, handed.candidacy.id);
  const [framing] = result?.parts[0]?.criteria ?? [];
  expect(framing).toMatchObject({ level: null, says: null, lift: null, mayAppeal: false });
  expect(result?.words).toBeNull();
  expect(result?.appealUntil).toBeNull();
});

test("where nothing may be let out nothing is sent", async () => {
  const { team, at } = await makeOne({ levels: false, words: false, study: false, appeal: false });
  expect(await previewFeedback(team.admin, { ...at, words: "Hello." })).toEqual({
    ok: false,
    reason: "nothing_allowed",
  });
});

test("words that hold the reason of a decision are refused", async () => {
  const { team, at } = await makeOne();
  await recordDecision(team.admin, { ...at, outcome: "decline", reason: "Too junior for this team’s pace." });
  const words = "Thank you. We found you too junior for  this team’s pace.";
  expect(await previewFeedback(team.admin, { ...at, words })).toEqual({ ok: false, reason: "tells_reason" });
});

test("what was looked at is what is sent: a level that changes meanwhile stops it", async () => {
  const { team, at } = await makeOne();
  const preview = await previewFeedback(team.admin, { ...at, words: "Good." });
  if (!preview?.ok) throw new Error("There is nothing to look at.");
  const change = { part: 1, criterion: "framing", seen: 2, level: 3, reason: "Read again." };
  await changeLevel(team.admin, { ...at, ...change });
  const sent = await sendFeedback(team.admin, { ...at, words: "Good.", fingerprint: preview.fingerprint });
  expect(sent).toEqual({ ok: false, reason: "levels_changed" });
});

test("sent once more it is a new version, the earlier is kept, and the candidate sees the newest", async () => {
  const { team, assessment, handed } = await makeOne();
  await letOut(team, assessment, handed);
  expect(await letOut(team, assessment, handed, { words: "Said better." })).toEqual({ ok: true, version: 2 });
  const result = await getCandidateResult(handed.candidate, handed.candidacy.id);
  expect(result).toMatchObject({ version: 2, words: "Said better." });
  const { sent, words } = await completeOf(team.admin, team, assessment, handed);
  expect(sent.map((version) => version.words)).toEqual(["Well argued.", "Said better."]);
  expect(words).toBe("Said better.");
  const audit = await db().auditEntry.findMany({
    where: { action: "feedback.send", candidacyId: handed.candidacy.id },
    orderBy: { at: "asc" },
  });
  expect(audit.map(({ details }) => (details as { version: number }).version)).toEqual([1, 2]);
});

test("the mail says that there is something to read, and nothing of what it is", async () => {
  const { team, assessment, handed } = await makeOne();
  await letOut(team, assessment, handed);
  const [mail] = await db().mail.findMany({ where: { to: handed.candidate.email ?? "" } });
  expect(mail?.subject).toContain("Platform engineer");
  expect(mail?.text).toContain(`/assessments/${handed.candidacy.id}`);
  for (const secret of ["Well argued", "evel 2", "level", "framing", handed.candidacy.code]) {
    expect(`${mail?.subject}${mail?.text}`).not.toContain(secret);
  }
});

test("nothing is sent of what is not complete, nor by whoever does not decide", async () => {
  const { team, assessment, at } = await makeOne();
  const waiting = atCandidate(team, assessment, await handIn(assessment));
  expect(await previewFeedback(team.admin, { ...waiting, words: "Early." })).toBeNull();
  expect(await previewFeedback(team.first, { ...at, words: "Not mine." })).toBeNull();
  expect(await sendFeedback(team.first, { ...at, words: "Not mine.", fingerprint: "" })).toBeNull();
});
