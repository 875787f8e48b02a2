import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import type { Draft } from "#app/domain/interview/draft.ts";
import { askQuestion } from "#app/services/interview/ask-question.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import { saveDraft } from "#app/services/interview/save-draft.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, makeViewer, startInterview } from "#test/support/session.ts";

await useTestLibrary(makeScenario());
useTestJobs(idleJobs);

const typed = (text: string, changes: Partial<Draft> = {}): Draft => ({
  kind: "answer",
  text,
  diagram: "",
  ...changes,
});

async function begin() {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  const save = (draft: Draft, revision: number) => saveDraft(viewer, { sessionId, draft, revision });
  const room = async () => {
    const found = await getRoom(viewer, sessionId);
    if (!found) throw new Error("The room is gone.");
    return found;
  };
  return { viewer, sessionId, save, room };
}

test("what is typed is there when the room is entered again, with the time it was saved", async () => {
  const { save, room } = await begin();
  expect(await room()).toMatchObject({ draft: typed(""), draftRevision: 0, draftSavedAt: null });
  const saved = await save(typed("Half an ans", { diagram: "flowchart" }), 0);
  expect(saved).toMatchObject({ ok: true, revision: 1 });
  const { draft, draftRevision, draftSavedAt } = await room();
  expect(draft).toEqual(typed("Half an ans", { diagram: "flowchart" }));
  expect(draftRevision).toBe(1);
  expect(draftSavedAt).toBe(saved?.ok ? saved.savedAt : null);
});

test("a tab that has not seen the newest text is given it instead of overwriting it", async () => {
  const { save, room } = await begin();
  await save(typed("first"), 0);
  await save(typed("second"), 1);
  expect(await save(typed("from an old tab"), 1)).toEqual({
    ok: false,
    reason: "newer_elsewhere",
    draft: typed("second"),
    revision: 2,
  });
  expect((await room()).draft.text).toBe("second");
});

test("of two tabs that save at once one wins, and the other is told", async () => {
  const { save, room } = await begin();
  const results = await Promise.all([save(typed("mine"), 0), save(typed("yours"), 0)]);
  expect(results.filter((result) => result?.ok)).toHaveLength(1);
  const refused = results.find((result) => !result?.ok);
  expect(refused).toMatchObject({ reason: "newer_elsewhere", draft: (await room()).draft });
});

test("an answer takes the draft along, and a save from before it is refused", async () => {
  const { viewer, sessionId, save, room } = await begin();
  await save(typed("I would look it up."), 0);
  await answer(viewer, sessionId, "I would look it up.");
  expect(await room()).toMatchObject({ draft: typed(""), draftRevision: 2, draftSavedAt: null });
  expect(await save(typed("I would look it"), 1)).toMatchObject({ ok: false, reason: "newer_elsewhere" });
});

test("a question leaves the answer that waits, and the drawing", async () => {
  const { viewer, sessionId, save, room } = await begin();
  const ask = async (text: string) => {
    const { turns } = await room();
    return askQuestion(viewer, { sessionId, text, seenSeq: turns.length });
  };
  await save(typed("Half an ans"), 0);
  await ask("Do the tables change?");
  expect((await room()).draft).toEqual(typed("Half an ans"));

  await save(typed("How many rows?", { kind: "clarification", diagram: "flowchart LR" }), 2);
  await ask("How many rows?");
  expect((await room()).draft).toEqual(typed("", { diagram: "flowchart LR" }));

  await save(typed("And columns?", { kind: "clarification" }), 4);
  await ask("And columns?");
  expect(await room()).toMatchObject({ draft: typed(""), draftSavedAt: null });
});

test("finishing early sends what was typed and drawn, once, and has it graded", async () => {
  const { viewer, sessionId, save } = await begin();
  await save(typed("The catalogue is read at query time.", { diagram: "flowchart LR\n  Q --> C" }), 0);
  expect(await finishSession(viewer, sessionId)).toEqual({ ok: true, phase: "finished" });
  const turns = await db().turn.findMany({ where: { sessionId }, orderBy: { seq: "asc" } });
  expect(turns.map(({ kind, text }) => [kind, text])).toEqual([
    ["question", "How would you build this, and what decides your choice?"],
    ["answer", "The catalogue is read at query time."],
    ["diagram", "flowchart LR\n  Q --> C"],
  ]);
  expect(await db().grade.count({ where: { sessionId } })).toBe(1);
  expect(await finishSession(viewer, sessionId)).toEqual({ ok: false, reason: "finished" });
});

test("finishing does not grade a half-typed question, but keeps the drawing beside it", async () => {
  const { viewer, sessionId, save } = await begin();
  await save(typed("Is it", { kind: "clarification" }), 0);
  expect(await finishSession(viewer, sessionId)).toEqual({ ok: false, reason: "nothing_answered" });
  await save(typed("Is it", { kind: "clarification", diagram: "flowchart LR" }), 1);
  expect(await finishSession(viewer, sessionId)).toEqual({ ok: true, phase: "finished" });
  expect(await db().turn.findMany({ where: { sessionId, speaker: "candidate" } })).toMatchObject([
    { kind: "diagram", text: "flowchart LR" },
  ]);
});

test("two clicks on finish make one grade", async () => {
  const { viewer, sessionId } = await begin();
  await answer(viewer, sessionId, "I would look it up.");
  const results = await Promise.all([finishSession(viewer, sessionId), finishSession(viewer, sessionId)]);
  expect(results).toContainEqual({ ok: true, phase: "finished" });
  expect(results).toContainEqual({ ok: false, reason: "finished" });
  expect(await db().grade.count({ where: { sessionId } })).toBe(1);
});

test("an answer that crosses the finish does not open the interview again", async () => {
  const { viewer, sessionId } = await begin();
  await answer(viewer, sessionId, "I would look it up.");
  const crossing = await Promise.all([
    finishSession(viewer, sessionId),
    answer(viewer, sessionId, "And another thing."),
  ]);
  expect(crossing[0]).toEqual({ ok: true, phase: "finished" });
  const { phase, finishedAt } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(phase).toBe("finished");
  expect(finishedAt).not.toBeNull();
  expect(await db().grade.count({ where: { sessionId } })).toBe(1);
});

test("a finished interview takes no draft, no answer and no question", async () => {
  const { viewer, sessionId, save } = await begin();
  await answer(viewer, sessionId, "I would look it up.");
  await finishSession(viewer, sessionId);
  const revision = (await db().session.findUniqueOrThrow({ where: { id: sessionId } })).draftRevision;
  expect(await save(typed("too late"), revision)).toMatchObject({ ok: false, reason: "finished" });
  expect(await answer(viewer, sessionId, "too late")).toEqual({ ok: false, reason: "finished" });
  expect(await askQuestion(viewer, { sessionId, text: "late?", seenSeq: 3 })).toEqual({
    ok: false,
    reason: "finished",
  });
});

test("a stored draft that cannot be read is an empty one", async () => {
  const { sessionId, room } = await begin();
  await db().session.update({ where: { id: sessionId }, data: { draft: { text: 5 } } });
  expect((await room()).draft).toEqual(typed(""));
});
