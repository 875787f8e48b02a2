import { expect, test } from "vitest";
import { hintsFor } from "#app/domain/interview/hints.ts";
import { hashOf } from "#app/services/library/load-library.server.ts";
import { db } from "#app/db/client.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import { saveDraft } from "#app/services/interview/save-draft.server.ts";
import { takeHint } from "#app/services/interview/take-hint.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, countTurns, makeViewer, startInterview } from "#test/support/session.ts";

const scenario = makeScenario({
  hints: { "dialect-is-behaviour": ["Look at what stays.", "Sort by how often each changes.", "A ferry line sorts."] },
});
await useTestLibrary(scenario);
useTestJobs(idleJobs);

async function begin() {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  const room = async () => {
    const found = await getRoom(viewer, sessionId);
    if (!found) throw new Error("The room is gone.");
    return found;
  };
  const hint = async () => takeHint(viewer, { sessionId, seenSeq: await countTurns(sessionId) });
  return { viewer, sessionId, room, hint };
}

test("hints come in three steps for the question that stands, the fourth is refused, and the next question has its own", async () => {
  const { viewer, sessionId, room, hint } = await begin();
  for (const step of [1, 2, 3]) {
    expect(await hint()).toEqual({ ok: true, phase: "answering" });
    expect((await room()).hints).toEqual({ given: step, inAll: 3 });
  }
  expect(await hint()).toEqual({ ok: false, reason: "no_more_hints" });
  const turns = await db().turn.findMany({ where: { sessionId, kind: "hint" }, orderBy: { seq: "asc" } });
  const [aimedAt] = new Set(turns.map(({ checkId }) => checkId));
  expect(turns.map(({ text }) => text)).toEqual([...(hintsFor(scenario, aimedAt ?? "") ?? [])]);
  expect((await room()).turns.map(({ hintNumber }) => hintNumber)).toEqual([null, 1, 2, 3]);

  await answer(viewer, sessionId, "I have not thought about it.");
  expect((await room()).hints).toEqual({ given: 0, inAll: 3 });
  const question = await db().turn.findFirst({ where: { sessionId, kind: "question" }, orderBy: { seq: "desc" } });
  await hint();
  const newest = await db().turn.findFirst({ where: { sessionId }, orderBy: { seq: "desc" } });
  expect([newest?.kind, newest?.checkId, newest?.speaker]).toEqual(["hint", question?.checkId, "interviewer"]);
});

test("a hint leaves what is being typed, and a tab that has not seen the newest turn is told so", async () => {
  const { viewer, sessionId, room, hint } = await begin();
  await saveDraft(viewer, { sessionId, draft: { kind: "answer", text: "Half an ans", diagram: "A" }, revision: 0 });
  await hint();
  expect(await room()).toMatchObject({ draft: { text: "Half an ans", diagram: "A" }, draftRevision: 1 });
  expect(await takeHint(viewer, { sessionId, seenSeq: 1 })).toEqual({ ok: false, reason: "stale" });
  expect(await takeHint(await makeViewer(), { sessionId, seenSeq: 2 })).toBeNull();
});

test("a hint's words earn nothing: an answer that only repeats them shows nothing", async () => {
  const { viewer, sessionId, room } = await begin();
  const point = scenario.rubric.criteria[0]?.checks[0]?.met[0] ?? "";
  const hint = { seq: 2, speaker: "interviewer", kind: "hint", text: point, createdAt: new Date() } as const;
  await db().turn.create({ data: { ...hint, sessionId } });
  await answer(viewer, sessionId, point);
  expect((await room()).feedback).toMatchObject([{ showed: [], points: 0 }]);

  const other = await begin();
  await answer(other.viewer, other.sessionId, point);
  const [feedback] = (await other.room()).feedback;
  expect(feedback?.showed).toMatchObject([{ id: "dialect-is-behaviour", verdict: "met", quotes: [point] }]);
  expect(feedback?.points).toBe(7);
});

test("feedback stands after each answer with what it added, the points so far, and nothing that is missing", async () => {
  const { viewer, sessionId, room } = await begin();
  const [first, second] = scenario.rubric.criteria[0]?.checks ?? [];
  await answer(viewer, sessionId, first?.met[0] ?? "");
  await answer(viewer, sessionId, second?.met[0] ?? "");
  const { feedback, turns } = await room();
  expect(feedback.map(({ showed }) => showed.map(({ id }) => id))).toEqual([[first?.id], [second?.id]]);
  expect(feedback.map(({ points }) => points)).toEqual([7, 13]);
  const answers = turns.filter(({ kind }) => kind === "answer").map(({ seq }) => seq);
  expect(feedback.map(({ afterSeq }) => afterSeq)).toEqual(answers);
  const unmet = scenario.rubric.criteria[1]?.checks[0];
  expect(JSON.stringify(feedback)).not.toContain(unmet?.id);
});

test("what somebody assumes is listed, and a scenario that has changed since is said to have", async () => {
  const { viewer, sessionId, room } = await begin();
  await answer(viewer, sessionId, "I assume that queries are written in English. The rest is given.");
  expect(await room()).toMatchObject({
    assumed: [expect.stringContaining("queries are written in English")],
    newerVersion: false,
  });
  const older = makeScenario({ title: "As it was" });
  const hash = hashOf(older);
  const content = JSON.parse(JSON.stringify(older));
  await db().scenarioVersion.create({ data: { hash, slug: older.slug, rubricHash: "older", content } });
  await db().session.update({ where: { id: sessionId }, data: { scenarioHash: hash } });
  expect(await room()).toMatchObject({ title: "As it was", newerVersion: true });
});
