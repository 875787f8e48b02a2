// @vitest-environment jsdom
import { expect, onTestFinished, test } from "vitest";
import { notSentWords } from "#app/components/shell/not-sent.ts";
import { notSent, stayAsTyped } from "#app/components/shell/stay-as-typed.ts";

const answered = (status: number, data: unknown = "") => ({ status, statusText: "", internal: false, data });

test("a form that did not reach the server is told so, and a fault of the server too", () => {
  expect(notSentWords(new TypeError("Failed to fetch"))).toContain("the server did not take it");
  expect(notSentWords(answered(502))).toContain("the server did not take it");
  Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, "onLine"));
  expect(notSentWords(new TypeError("Failed to fetch"))).toContain("you are offline");
});

test("what the server says against it stands beside what was typed", () => {
  const words = notSentWords(answered(401, "Your sign-in ran out. Sign in again, then send this once more."));
  expect(words).toContain("Your sign-in ran out.");
  expect(words).toContain("The page is as you left it.");
});

test("a redirect goes on, and what is no sentence is not shown as one", () => {
  const redirect = new Response(null, { status: 302, headers: { location: "/sign-in" } });
  for (const answer of [redirect, answered(403, { code: 7 })]) expect(() => notSentWords(answer)).toThrow();
});

test("a form that was not sent leaves the page as it is, and is told of until it is sent again", async () => {
  const lost = () => Promise.reject(new TypeError("Failed to fetch"));
  const answer = (await stayAsTyped({ serverAction: lost })) as Response;
  expect(answer.status, "an error's status: nothing is loaded anew").toBe(503);
  expect(notSent.read()?.words).toContain("the server did not take it");
  expect(await stayAsTyped({ serverAction: () => Promise.resolve("kept") })).toBe("kept");
  expect(notSent.read()).toBeNull();
});
