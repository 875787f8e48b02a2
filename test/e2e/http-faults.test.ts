import { expect, test } from "vitest";
import { textOf, visitOverHttp } from "#test/support/http-visitor.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// What a visitor, or a program in a visitor's place, can send wrongly to the running server: each has a defined answer,
// and nothing that was kept is lost.

const url = useSharedApp();
const visitor = () => visitOverHttp(url);

const somebodyElses = "0198c0de-0000-7000-8000-000000000000";

test("a scenario that does not exist is a page that says so, and starting it makes no guest", async () => {
  const stranger = visitor();
  const page = await stranger.get("/scenarios/no-such-scenario");
  expect(page.status).toBe(404);
  expect(await textOf(page)).toContain("There is no such page.");
  const started = await stranger.post("/scenarios/no-such-scenario");
  expect([started.status, started.headers.getSetCookie()]).toEqual([404, []]);
});

test("a session that does not exist is a 404 wherever it is addressed", async () => {
  const guest = visitor();
  await guest.start();
  for (const path of ["", "/scorecard", "/question", "/grading"]) {
    expect((await guest.get(`/sessions/${somebodyElses}${path}`)).status, path).toBe(404);
  }
  expect((await guest.answer(somebodyElses, { text: "An answer.", seenSeq: 1 })).status).toBe(404);
  expect((await guest.saveDraft(somebodyElses, { text: "A draft." }, 0)).status).toBe(404);
});

test("an address that holds U+0000 leads nowhere", async () => {
  const guest = visitor();
  await guest.start();
  for (const path of ["/sessions/%00", "/learn/a%00b", "/practice/drill/%00"]) {
    expect([path, (await guest.get(path)).status]).toEqual([path, 404]);
  }
});

test("somebody else's session is a 404 like one that does not exist, and stays as it is", async () => {
  const owner = visitor();
  const sessionId = await owner.start();
  await owner.saveDraft(sessionId, { text: "The owner's own words." }, 0);
  const other = visitor();
  await other.start();
  for (const path of ["", "/scorecard", "/question", "/grading"]) {
    const response = await other.get(`/sessions/${sessionId}${path}`);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.text()).not.toContain("The owner's own words.");
  }
  expect((await other.answer(sessionId, { text: "Not mine.", seenSeq: 1 })).status).toBe(404);
  expect((await other.finish(sessionId, "Not mine.")).status).toBe(404);
  expect((await other.post(`/sessions/${sessionId}/scorecard`, { intent: "retry" })).status).toBe(404);
  expect((await other.saveDraft(sessionId, { text: "Not mine." }, 1)).status).toBe(404);
  const room = await textOf(await owner.get(`/sessions/${sessionId}`));
  expect(room).toContain("The owner's own words.");
  expect(room).not.toContain("Not mine.");
});

test("whoever is not signed in is sent to sign in and back, and a form gets a 401", async () => {
  const sessionId = await visitor().start();
  const stranger = visitor();
  const room = await stranger.get(`/sessions/${sessionId}`);
  expect([room.status, room.headers.get("location")]).toEqual([
    302,
    `/sign-in?next=${encodeURIComponent(`/sessions/${sessionId}`)}`,
  ]);
  const refused = await stranger.answer(sessionId, { text: "These words come back.", seenSeq: 1 });
  expect(refused.status).toBe(401);
  expect(await refused.text()).toContain("These words come back.");
});

test("an empty answer is refused with what to do instead", async () => {
  const guest = visitor();
  const sessionId = await guest.start();
  const refused = await guest.answer(sessionId, { text: "  \n ", seenSeq: 1 });
  expect(refused.status).toBe(409);
  expect(await textOf(refused)).toContain("There is nothing to send yet. Write an answer, or draw one.");
});

test("an answer to a question that is no longer the newest is refused, and its text comes back", async () => {
  const guest = visitor();
  const sessionId = await guest.start();
  expect((await guest.answer(sessionId, { text: "The first answer.", seenSeq: 1 })).status).toBe(302);
  const refused = await guest.answer(sessionId, { text: "From an older tab.", seenSeq: 1 });
  expect(refused.status).toBe(409);
  const page = await textOf(refused);
  expect(page).toContain("The interview has moved on in another tab.");
  expect(page).toContain("From an older tab.");
});

test("a finished session takes no answer, no question and no draft", async () => {
  const guest = visitor();
  const sessionId = await guest.start();
  expect((await guest.finish(sessionId, "All I had to say.")).headers.get("location")).toMatch(/\/scorecard$/);
  const refused = await guest.answer(sessionId, { text: "One more thing.", seenSeq: 2 });
  expect(refused.status).toBe(409);
  expect(await textOf(refused)).toContain("This interview is finished. Its transcript can no longer change.");
  const draft = await guest.saveDraft(sessionId, { text: "One more thing." }, 1);
  expect([draft.status, await draft.json()]).toMatchObject([409, { ok: false, reason: "finished" }]);
});

test("finishing without an answer is refused with what to do first", async () => {
  const guest = visitor();
  const refused = await guest.finish(await guest.start(), "");
  expect(refused.status).toBe(409);
  expect(await textOf(refused)).toContain("Answer at least one question before you finish.");
});

test("200 KB of text is refused by name of the limit, given back, and not stored", async () => {
  const guest = visitor();
  const sessionId = await guest.start();
  const text = `${"A".repeat(100)} `.repeat(2_028);
  const refused = await guest.answer(sessionId, { text, seenSeq: 1 });
  expect(refused.status).toBe(400);
  const page = await textOf(refused);
  expect(page).toContain("An answer may be at most 20,000 characters long. Shorten it and send it again.");
  expect(page).toContain(text.trim());
  const drawn = await guest.answer(sessionId, { diagram: text, seenSeq: 1 });
  expect([drawn.status, await textOf(drawn)]).toEqual([
    400,
    expect.stringContaining("A diagram may be at most 20,000"),
  ]);
  expect((await guest.saveDraft(sessionId, { text }, 0)).status).toBe(400);
  const room = await textOf(await guest.get(`/sessions/${sessionId}`));
  expect(room).toContain("Question 1 of 5");
  expect(room).not.toContain("A".repeat(100));
});

test("two megabytes are not even read", async () => {
  const guest = visitor();
  const sessionId = await guest.start();
  const refused = await guest.answer(sessionId, { text: "A".repeat(2_097_152), seenSeq: 1 });
  expect([refused.status, await refused.text()]).toEqual([413, expect.stringMatching(/more than 1 MB/)]);
});

test("a draft that is no draft, or starts from an older one, is refused and says what is kept", async () => {
  const guest = visitor();
  const sessionId = await guest.start();
  const address = `/sessions/${sessionId}/draft`;
  expect((await guest.post(address, { draft: "nonsense" })).status).toBe(400);
  expect((await guest.saveDraft(sessionId, { text: "Newer words." }, 0)).status).toBe(200);
  const older = await guest.saveDraft(sessionId, { text: "Older words." }, 0);
  expect([older.status, await older.json()]).toMatchObject([
    409,
    { reason: "newer_elsewhere", revision: 1, draft: { text: "Newer words." } },
  ]);
  expect((await guest.get(address)).status).toBe(405);
});

test("a form sent by a page of another site changes nothing, whichever address it goes to", async () => {
  const guest = visitor();
  const sessionId = await guest.start();
  const elsewhere = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
  const room = `/sessions/${sessionId}`;
  const paths = [`${room}?index`, `${room}/draft`, `${room}/scorecard`, "/scenarios/legal-document-analysis"];
  for (const path of [...paths, "/sign-in", "/sign-up", "/sign-out", "/theme"]) {
    const refused = await guest.post(path, { intent: "answer", text: "Sent elsewhere.", seenSeq: "1" }, elsewhere);
    expect([path, refused.status]).toEqual([path, 403]);
  }
  expect(await textOf(await guest.get(room))).not.toContain("Sent elsewhere.");
});

test("what leads nowhere, and what only takes forms, is said in words and with the right status", async () => {
  const stranger = visitor();
  expect((await stranger.get("/nowhere")).status).toBe(404);
  expect((await stranger.get("/assets/no-such-file.js")).status).toBe(404);
  expect((await stranger.get("/theme")).status).toBe(405);
  expect((await stranger.get("/learn/no-such-page")).status).toBe(404);
});

test("a refused address or a wrong password does not say which of the two was wrong", async () => {
  const refused = await visitor().post("/sign-in", { email: "nobody@example.com", password: "a wrong password" });
  expect(refused.status).toBe(401);
  expect(await textOf(refused)).toContain("No account has this e-mail address with this password.");
});
