// @vitest-environment jsdom
import { expect, onTestFinished, test } from "vitest";
import { notSentWords } from "#app/components/shell/not-sent.ts";
import { notSent, stayAsTyped } from "#app/components/shell/stay-as-typed.ts";

const answered = (status: number, data: unknown = "") => ({ status, statusText: "", internal: false, data });

test("no answer, a fault of the server and no network are told apart", () => {
  expect(notSentWords(new TypeError("Failed to fetch")).words).toContain("may have been taken or not");
  expect(notSentWords(answered(502)).words).toContain("The server did not take this");
  Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, "onLine"));
  expect(notSentWords(new TypeError("Failed to fetch")).words).toContain("you are offline");
});

test("what the server says against it stands beside what was typed, with a way to sign in where that is it", () => {
  const { words, mustSignIn } = notSentWords(answered(401, "Your sign-in ran out. Sign in again, then send it."));
  expect(words).toBe(
    "This was not taken. Your sign-in ran out. Sign in again, then send it. The page is as you left it.",
  );
  expect(mustSignIn).toBe(true);
  expect(notSentWords(answered(404, "There is nothing here.")).mustSignIn).toBe(false);
});

test("a redirect goes on, and what is no sentence is not shown as one", () => {
  const redirect = new Response(null, { status: 302, headers: { location: "/sign-in" } });
  for (const answer of [redirect, answered(403, { code: 7 })]) expect(() => notSentWords(answer)).toThrow();
});

const lost = () => Promise.reject(new TypeError("Failed to fetch"));

test("a form that was not sent leaves the page as it is, and is told of until it is sent again", async () => {
  const request = new Request("http://localhost/hiring/acme/new?index", { method: "POST" });
  const answer = (await stayAsTyped({ request, serverAction: lost })) as Response;
  expect(answer.status, "an error's status: nothing is loaded anew").toBe(503);
  expect(notSent.read()).toMatchObject({ pathname: "/hiring/acme/new", mustSignIn: false });
  expect(await stayAsTyped({ request, serverAction: () => Promise.resolve("kept") })).toBe("kept");
  expect(notSent.read()).toBeNull();
});

test("of a form that was sent again while it was under way, or left, nothing is told", async () => {
  const request = new Request("http://localhost/hiring", { method: "POST", signal: AbortSignal.abort() });
  await expect(stayAsTyped({ request, serverAction: lost })).rejects.toThrow("Failed to fetch");
  expect(notSent.read()).toBeNull();
});
