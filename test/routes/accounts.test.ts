import { expect, test } from "vitest";
import { findViewer } from "#app/http/viewer.server.ts";
import * as signInRoute from "#app/routes/sign-in._index.tsx";
import * as signOutRoute from "#app/routes/sign-out.ts";
import * as signUpRoute from "#app/routes/sign-up.tsx";
import * as themeRoute from "#app/routes/theme.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { postForm as post, runRoute as run, site } from "#test/support/run-route.ts";
import { browserWith, makeAccount, makeGuest } from "#test/support/visitor.ts";

useTestDatabase();

test("signing up signs in and leads to where the visitor wanted to be, on this site only", async () => {
  const fields = { name: "Ada", email: "ada@example.com", password: "correct horse" };
  const answer = await post(signUpRoute.action, "/sign-up", { ...fields, next: "/progress" });
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/progress"]);
  const viewer = await findViewer(new Request(site, { headers: browserWith(answer.headers) }));
  expect(viewer).toMatchObject({ name: "Ada", isGuest: false });

  const signedIn = await post(signInRoute.action, "/sign-in", { ...fields, next: "//evil.example" });
  expect([signedIn.status, signedIn.headers.get("location")]).toEqual([302, "/"]);
});

test("a sign-up form that is wrong comes back with each field's mistake in words, and without the password", async () => {
  const answer = await post(signUpRoute.action, "/sign-up", { name: " ", email: "nobody", password: "short" });
  expect(answer.status).toBe(400);
  expect(answer.data).toEqual({
    name: " ",
    email: "nobody",
    form: null,
    fields: {
      name: "Enter the name you want to be shown.",
      email: "Enter an e-mail address such as ada@example.com.",
      password: "Use at least 10 characters.",
    },
  });
});

test("an address that has an account is refused at its field, and says what to do instead", async () => {
  const { viewer } = await makeAccount();
  const fields = { name: "Eve", email: viewer.email ?? "", password: "correct horse" };
  const answer = await post(signUpRoute.action, "/sign-up", fields);
  expect(answer.status).toBe(409);
  expect(answer.data).toMatchObject({
    fields: { email: expect.stringMatching(/has an account already. Sign in instead/) },
  });
});

test("a wrong password is refused without saying whether the account exists", async () => {
  const { viewer } = await makeAccount();
  const attempt = (email: string) => post(signInRoute.action, "/sign-in", { email, password: "not the password" });
  const known = await attempt(viewer.email ?? "");
  const unknown = await attempt("nobody@example.com");
  expect([known.status, unknown.status]).toEqual([401, 401]);
  expect((known.data as { form: string }).form).toBe((unknown.data as { form: string }).form);
});

test("an empty sign-in form names both fields", async () => {
  const answer = await post(signInRoute.action, "/sign-in", {});
  expect(answer.status).toBe(400);
  expect(answer.data).toMatchObject({ fields: { email: expect.any(String), password: expect.any(String) } });
});

test("the pages tell a guest that the work is kept, and send somebody with an account on", async () => {
  const guest = await makeGuest();
  const account = await makeAccount();
  for (const route of [signInRoute, signUpRoute]) {
    const asGuest = await run(route.loader, "/sign-up?next=/progress", { headers: guest.headers });
    expect(asGuest.data).toMatchObject({ next: "/progress", isGuest: true });
    const asNobody = await run(route.loader, "/sign-up");
    expect(asNobody.data).toMatchObject({ next: "/", isGuest: false });
    const withAccount = await run(route.loader, "/sign-up?next=/progress", { headers: account.headers });
    expect([withAccount.status, withAccount.headers.get("location")]).toEqual([302, "/progress"]);
  }
});

test("signing out ends the sign-in and forgets the cookie", async () => {
  const { headers } = await makeAccount();
  const answer = await post(signOutRoute.action, "/sign-out", {}, headers);
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/"]);
  expect(answer.headers.get("set-cookie")).toMatch(/Max-Age=0/);
  expect(await findViewer(new Request(site, { headers }))).toBeNull();
});

test("a forged form changes nothing: nobody is signed in, out or up, and no theme is kept", async () => {
  const { headers } = await makeAccount({ email: "mary@example.com", password: "correct horse" });
  const forged = new Headers([...headers, ["origin", "http://evil.example"]]);
  const fields = { name: "Eve", email: "mary@example.com", password: "correct horse", theme: "dark" };
  for (const { action } of [signInRoute, signUpRoute, signOutRoute, themeRoute]) {
    const answer = await post(action, "/", fields, forged);
    expect(answer.status).toBe(403);
    expect(answer.headers.get("set-cookie")).toBeNull();
  }
  expect(await findViewer(new Request(site, { headers }))).not.toBeNull();
});

test("a theme is kept in a cookie and leads back to the page it was chosen on", async () => {
  const answer = await post(themeRoute.action, "/theme", { theme: "dark", next: "/scenarios?level=senior" });
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/scenarios?level=senior"]);
  expect(answer.headers.get("set-cookie")).toMatch(/^theme=/);
});

test("addresses that only take forms say so to whoever follows a link", async () => {
  for (const { loader } of [signOutRoute, themeRoute]) {
    const answer = await run(loader, "/");
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  }
});
