import { expect, test } from "vitest";
import { startGuest } from "#app/services/accounts/start-guest.server.ts";
import { useTestDatabase } from "#test/support/database.ts";

process.env.APP_URL = "https://tradeoff.example";
useTestDatabase();

test("on a site that is served over https the cookie is Secure and says so in its name", async () => {
  const outcome = await startGuest(new Headers());
  const [cookie = ""] = outcome.ok ? outcome.headers.getSetCookie() : [];
  expect(cookie).toMatch(/^__Secure-tradeoff\.session_token=/);
  expect(cookie).toMatch(/; Secure/);
  expect(cookie).toMatch(/; HttpOnly/);
});
