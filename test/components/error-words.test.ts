import { expect, test } from "vitest";
import { errorCode, errorWords } from "#app/components/shell/error-words.ts";

const response = (status: number) => ({ status, statusText: "", data: "/srv/app/secret.ts:12", internal: false });

test("a page that is not there and one that is somebody else's read the same", () => {
  const words = errorWords(response(404));
  expect(words.title).toBe("There is no such page.");
  expect(words.safe).toMatch(/mistyped/);
  expect(words.safe).toMatch(/someone else’s interview/);
  expect(words.broken).toBe(false);
});

test.each([400, 401, 403, 404, 405, 413, 429])("a %i says what happened, what was kept, and what to try", (status) => {
  const { title, safe, broken } = errorWords(response(status));
  expect(title).toMatch(/\.$/);
  expect(safe).toMatch(/Nothing was|where you were|Progress/);
  expect(broken).toBe(false);
});

test("nothing of an error's own text or stack reaches the page", () => {
  const shown = [errorWords(new Error("connect ECONNREFUSED /srv/db")), errorWords(response(500)), errorWords("boom")];
  for (const words of shown) {
    expect(words.broken).toBe(true);
    expect(JSON.stringify(words)).not.toMatch(/ECONNREFUSED|srv|boom/);
    expect(words.safe).toMatch(/kept/);
    expect(words.action).toBe("reload");
  }
});

test("the code of an error is when it happened, to the second, in UTC", () => {
  expect(errorCode(new Date("2026-11-20T04:32:07.900Z"))).toBe("1120-043207");
});
