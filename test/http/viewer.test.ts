import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { ensureViewer, findViewer, requireViewer } from "#app/http/viewer.server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { browserWith, makeGuest } from "#test/support/visitor.ts";

useTestDatabase();

const page = "http://localhost:3000/sessions/1?tab=told";

function refusalOf(work: Promise<unknown>): Promise<Response> {
  return work.then(
    () => {
      throw new Error("nothing was refused");
    },
    (thrown: unknown) => thrown as Response,
  );
}

test("a page of one's own sends whoever is not signed in to sign in, and back here after it", async () => {
  const refusal = await refusalOf(requireViewer(new Request(page)));
  expect(refusal.status).toBe(302);
  const target = new URL(refusal.headers.get("location") ?? "", page);
  expect([target.pathname, target.searchParams.get("next")]).toEqual(["/sign-in", "/sessions/1?tab=told"]);
});

test("a form of whoever is not signed in is a 401, so that the page can keep what was typed", async () => {
  const refusal = await refusalOf(requireViewer(new Request(page, { method: "POST", body: "x" })));
  expect(refusal.status).toBe(401);
});

test("the first thing worth keeping makes a visitor a guest, and the next one finds the same guest", async () => {
  const first = await ensureViewer(new Request(page, { method: "POST" }));
  expect(first.viewer.isGuest).toBe(true);
  const headers = browserWith(first.headers);
  expect(await findViewer(new Request(page, { headers }))).toEqual(first.viewer);
  const second = await ensureViewer(new Request(page, { method: "POST", headers }));
  expect(second.viewer).toEqual(first.viewer);
  expect(second.headers.getSetCookie()).toEqual([]);
});

test("looking at a page makes nobody a guest", async () => {
  const before = await db().user.count();
  await findViewer(new Request(page));
  await refusalOf(requireViewer(new Request(page)));
  expect(await db().user.count()).toBe(before);
});

test("whoever is signed in is let in", async () => {
  const { headers, viewer } = await makeGuest();
  expect(await requireViewer(new Request(page, { headers }))).toEqual(viewer);
});
