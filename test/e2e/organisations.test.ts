import type { Page } from "@playwright/test";
import { beforeAll, expect } from "vitest";
import { browserTest } from "#test/support/browser.ts";
import { type HttpVisitor, visitOverHttp } from "#test/support/http-visitor.ts";
import { seen } from "#test/support/interview-steps.ts";
import { findBarriers, lookAt } from "#test/support/look-at.ts";
import { mailedInvitation, verifyMailed } from "#test/support/operator.ts";
import { sharedMailbox, useSharedApp } from "#test/support/running-app.ts";

// People of an organisation: asked by mail, in with a click, changed and removed while their pages are open.

const url = useSharedApp();
const mailbox = sharedMailbox();
const password = "seven sparrows sing";

let accounts = 0;

type Person = HttpVisitor & { name: string; email: string };

/** Somebody with an account whose address is verified, signed in. */
async function makePerson(name: string): Promise<Person> {
  accounts += 1;
  const email = `${name.toLowerCase()}-${Date.now()}-${accounts}@example.com`;
  const visitor = visitOverHttp(url);
  const signedUp = await visitor.post("/sign-up", { name, email, password });
  expect(signedUp.status).toBe(302);
  await verifyMailed({ url, mailbox, email });
  return { ...visitor, name, email };
}

/** An organisation of hers, by its handle. */
async function found(admin: Person, name = "Lovelace & Co."): Promise<string> {
  accounts += 1;
  const handle = `lovelace-${Date.now()}-${accounts}`;
  expect((await admin.post("/organisations/new", { name, handle })).status).toBe(302);
  return handle;
}

const linkFor = (email: string) => mailedInvitation({ url, mailbox, email });

/** Invites somebody over HTTP and lets them accept. */
async function join(admin: Person, handle: string, { person, role }: { person: Person; role: string }) {
  await admin.post(`/admin/${handle}/members`, { intent: "invite", email: person.email, roles: role });
  expect((await person.post(await linkFor(person.email))).status).toBe(302);
}

const rowOf = (page: Page, name: string) => page.locator(".person-list > li").filter({ hasText: name });

browserTest(
  "an admin founds an organisation and invites somebody, who makes an account in another browser and joins",
  async ({ visit }) => {
    const ada = await makePerson("Ada");
    const page = await visit(url, { returning: ada.cookies() });
    await page.goto("/admin");
    await seen(page.getByText("You belong to no organisation yet.")).toBeVisible();
    await page.getByRole("link", { name: "Create one" }).click();
    await page.getByLabel("Name").fill(`Crème & Co. ${Date.now()}`);
    await seen(page.getByLabel("Handle")).toHaveAttribute("placeholder", /^creme-and-co-\d+$/);
    await page.getByRole("button", { name: "Create it" }).click();
    await seen(page.getByRole("heading", { name: /^Members of Crème/ })).toBeVisible();

    const email = `grace-${Date.now()}@example.com`;
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("checkbox", { name: "Instructor" }).last().check();
    await page.getByRole("button", { name: "Send the invitation" }).click();
    await seen(page.getByRole("status")).toHaveText(/^The invitation is written\. This instance has no mail server/);
    await seen(page.locator(".invitation")).toContainText("Candidate and instructor");

    const grace = await visit(url);
    await grace.goto(await linkFor(email));
    await seen(grace.getByRole("heading", { name: /^Ada invites you to Crème & Co\./ })).toBeVisible();
    await seen(grace.getByText("g…@example.com").first()).toBeVisible();
    await grace.getByRole("link", { name: "Make an account" }).click();
    await grace.getByLabel("Name").fill("Grace");
    await grace.getByLabel("E-mail address").fill(email);
    await grace.getByLabel("Password").fill(password);
    await grace.getByRole("button", { name: "Make the account" }).click();
    await grace.getByRole("button", { name: /^Accept and join/ }).click();
    await seen(grace.getByText(/^You belong to Crème & Co\. \d+ now\.$/)).toBeVisible();
    await seen(grace.getByText("Candidate and instructor")).toBeVisible();
    await seen(grace.getByRole("link", { name: "Members" })).toHaveCount(0);

    await page.reload();
    await seen(rowOf(page, "Grace")).toContainText("Candidate and instructor");
    await seen(page.locator(".invitation")).toHaveCount(0);
  },
);

browserTest(
  "roles are changed and a member is removed; their open page is gone with the next click",
  async ({ visit }) => {
    const [ada, grace] = [await makePerson("Ada"), await makePerson("Grace")];
    const handle = await found(ada);
    await join(ada, handle, { person: grace, role: "reviewer" });
    const page = await visit(url, { returning: ada.cookies() });
    const open = await visit(url, { returning: grace.cookies(), expected: [/^404: /] });
    await open.goto(`/studio/${handle}`);
    await seen(open.getByRole("heading", { level: 1 })).toBeVisible();

    await page.goto(`/admin/${handle}/members`);
    await rowOf(page, "Grace").locator("summary").first().click();
    await rowOf(page, "Grace").getByRole("checkbox", { name: "Instructor" }).check();
    await rowOf(page, "Grace").getByRole("button", { name: "Save the roles" }).click();
    await seen(page.getByRole("status")).toHaveText("The roles are saved.");
    await seen(rowOf(page, "Grace").locator("summary").first()).toContainText("Instructor and reviewer");

    await rowOf(page, "Grace").locator("summary").first().click();
    await rowOf(page, "Grace").getByText("Remove Grace", { exact: true }).click();
    await rowOf(page, "Grace").getByRole("button", { name: "Yes, remove Grace" }).click();
    await seen(page.getByRole("status")).toHaveText(/^Removed\./);
    await seen(rowOf(page, "Grace")).toHaveCount(0);

    await open.reload();
    await seen(open.getByRole("heading", { name: "There is no such page." })).toBeVisible();
  },
);

browserTest("the last admin is told to make somebody else one, and hands over when leaving", async ({ visit }) => {
  const [ada, grace] = [await makePerson("Ada"), await makePerson("Grace")];
  const handle = await found(ada);
  await join(ada, handle, { person: grace, role: "candidate" });
  const page = await visit(url, { returning: ada.cookies(), expected: [/^409: POST/] });
  await page.goto(`/admin/${handle}/members`);
  await rowOf(page, "Ada").locator("summary").first().click();
  await rowOf(page, "Ada").getByRole("checkbox", { name: "Candidate" }).check();
  await rowOf(page, "Ada").getByRole("checkbox", { name: "Admin" }).uncheck();
  await rowOf(page, "Ada").getByRole("button", { name: "Save the roles" }).click();
  await seen(page.getByRole("alert")).toHaveText(/^Make somebody else an admin first/);

  await page.getByRole("link", { name: "your organisations", exact: true }).click();
  await page.getByText(/^Leave/).click();
  await page.getByLabel(/Hand over to/).selectOption({ label: "Grace" });
  await page.getByRole("button", { name: "Hand over and leave" }).click();
  await seen(page.getByText("You belong to no organisation yet.")).toBeVisible();
  expect((await grace.get(`/admin/${handle}/members`)).status).toBe(200);
});

browserTest("whoever is alone in an organisation that nobody took anything of deletes it", async ({ visit }) => {
  const ada = await makePerson("Ada");
  const handle = await found(ada);
  const page = await visit(url, { returning: ada.cookies() });
  await page.goto("/admin");
  await page.getByText(/^Delete/).click();
  await page.getByRole("button", { name: /^Yes, delete Lovelace/ }).click();
  await seen(page.getByText("You belong to no organisation yet.")).toBeVisible();
  expect((await ada.get(`/admin/${handle}/members`)).status).toBe(404);
});

browserTest(
  "an invitation is for one address and once: others are told so, and come back as the right one",
  async ({ visit }) => {
    const [ada, grace, mallory] = [await makePerson("Ada"), await makePerson("Grace"), await makePerson("Mallory")];
    const handle = await found(ada);
    await ada.post(`/admin/${handle}/members`, { intent: "invite", email: grace.email, roles: "candidate" });
    const link = await linkFor(grace.email);
    const page = await visit(url, { returning: mallory.cookies(), expected: [/^410: /] });
    await page.goto(link);
    await seen(page.getByText(`you are signed in as ${mallory.email}`)).toBeVisible();
    await seen(page.getByText("g…@example.com").first()).toBeVisible();
    expect(await page.content()).not.toContain(grace.email);
    await page.getByRole("button", { name: "Sign out, and come back to this page" }).click();
    await page.locator("main").getByRole("link", { name: "Sign in" }).click();
    await page.getByLabel("E-mail address").fill(grace.email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("button", { name: /^Accept and join/ }).click();
    await seen(page.getByText("You belong to Lovelace & Co. now.")).toBeVisible();
    await page.goto(link);
    await seen(page.getByRole("heading", { name: "This invitation was accepted already." })).toBeVisible();
  },
);

browserTest("members are changed by keyboard alone, and without scripts", async ({ visit }) => {
  const [ada, grace] = [await makePerson("Ada"), await makePerson("Grace")];
  const handle = await found(ada);
  await join(ada, handle, { person: grace, role: "candidate" });
  const page = await visit(url, { returning: ada.cookies() });
  await page.goto(`/admin/${handle}/members`);
  await rowOf(page, "Grace").locator("summary").first().focus();
  await page.keyboard.press("Enter");
  for (const _ of ["candidate", "instructor"]) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await seen(page.getByRole("status")).toHaveText("The roles are saved.");
  await seen(page.locator(".told-form")).toBeFocused();
  await seen(rowOf(page, "Grace").locator("summary").first()).toContainText("Candidate and instructor");

  const plain = await visit(url, { returning: ada.cookies(), script: false });
  await plain.goto(`/admin/${handle}/members`);
  await rowOf(plain, "Grace").locator("summary").first().click();
  await rowOf(plain, "Grace").getByRole("checkbox", { name: "Reviewer" }).check();
  await rowOf(plain, "Grace").getByRole("button", { name: "Save the roles" }).click();
  await seen(rowOf(plain, "Grace").locator("summary").first()).toContainText("Candidate, instructor and reviewer");
});

let admin: Person;
let full = "";
let link = "";

/** An organisation with people and invitations in it, for the pictures. */
beforeAll(async () => {
  admin = await makePerson("Ada");
  full = await found(admin);
  for (const [name, role] of [["Grace", "instructor"] as const, ["Katherine", "reviewer"] as const]) {
    await join(admin, full, { person: await makePerson(name), role });
  }
  const email = `an.address.that.is.rather.long.${Date.now()}@department-of-mathematics.example.com`;
  await admin.post(`/admin/${full}/members`, { intent: "invite", email, roles: "candidate" });
  link = await linkFor(email);
});

const expected = [/^(400|409): POST/, /^404: GET/];

async function openRow(page: Page): Promise<void> {
  await rowOf(page, "Grace").locator("summary").first().click();
  await rowOf(page, "Grace").getByText("Remove Grace", { exact: true }).click();
}

async function inviteNobody(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: "Candidate" }).last().uncheck();
  await page.getByLabel("E-mail address").fill("grace@nowhere");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await seen(page.getByText("Choose at least one role.")).toBeVisible();
}

async function leaveLast(page: Page): Promise<void> {
  await page.getByText(/^Leave/).click();
}

const shown = [
  { name: "members", path: () => `/admin/${full}/members`, show: openRow },
  { name: "members-refused", path: () => `/admin/${full}/members`, show: inviteNobody },
  { name: "organisations", path: () => "/admin", show: leaveLast },
  { name: "organisation-new", path: () => "/organisations/new", show: null },
  { name: "invitation-other-address", path: () => link, show: null },
  { name: "invitation-unknown", path: () => "/invitations/nothing", show: null },
];

for (const { name, path, show } of shown) {
  browserTest(`the page ${name} is sound at both widths and in both themes`, async ({ visit }) => {
    const page = await visit(url, { returning: admin.cookies(), expected });
    await page.goto(path());
    await show?.(page);
    await lookAt(page, name, [1440, 390]);
  });
}

browserTest("somebody who is not signed in finds an invitation sound, too", async ({ visit }) => {
  const page = await visit(url);
  await page.goto(link);
  expect(await findBarriers(page)).toEqual([]);
  await lookAt(page, "invitation", [390, 1440]);
});
