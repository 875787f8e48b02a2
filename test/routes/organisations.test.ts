import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { createScenario } from "#app/services/authoring/create-scenario.server.ts";
import { findViewer } from "#app/services/accounts/find-viewer.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { newestToken } from "#test/support/organisation.ts";
import { loadRemixApp, type RemixApp } from "#test/support/remix-app.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { verified } from "#test/support/verified.ts";
import { makeAccount, type Visitor } from "#test/support/visitor.ts";

// Organisations over HTTP, from the first form to the last: what a tab that was left open can still do, and what cannot be
// read is refused at its field.

await useTestLibrary(makeScenario());
useTestJobs(idleJobs);

const site = "http://localhost:3000";
let app: RemixApp;
let admin: Visitor;
let handle = "";
let organisations = 0;

beforeAll(async () => {
  app = await loadRemixApp();
});

type Fields = Record<string, string> | [string, string][];

async function send({ headers }: Visitor, path: string, sent?: Fields | { json: unknown }) {
  const isJson = sent !== undefined && "json" in sent;
  const own = { cookie: headers.get("cookie") ?? "", host: "localhost:3000", origin: site };
  const body = isJson ? JSON.stringify(sent.json) : new URLSearchParams(sent);
  const init = sent === undefined ? { headers: own } : { method: "POST", headers: own, body };
  const { status, headers: answered } = await app.send(new Request(site + path, init));
  return { status, location: answered.get("location") };
}

beforeEach(async () => {
  organisations += 1;
  admin = await verified(await makeAccount());
  const created = await send(admin, "/organisations/new", { name: `Lovelace ${organisations}`, handle: "" });
  handle = `lovelace-${organisations}`;
  expect(created).toEqual({ status: 302, location: `/admin/${handle}/members` });
});

const members = () => `/admin/${handle}/members`;
const roles = (...chosen: string[]): [string, string][] => chosen.map((role) => ["roles", role]);

/** Somebody with an account who was invited and has accepted. */
async function join(...chosen: string[]): Promise<Visitor> {
  const visitor = await makeAccount();
  const email = visitor.viewer.email ?? "";
  const invited = await send(admin, members(), [["intent", "invite"], ["email", email], ...roles(...chosen)]);
  expect(invited.status).toBe(200);
  const token = await newestToken(email);
  expect((await send(visitor, `/invitations/${token}`)).status).toBe(200);
  const accepted = await send(visitor, `/invitations/${token}`, {});
  expect(accepted).toEqual({ status: 302, location: `/admin?joined=${handle}` });
  return visitor;
}

async function memberIdOf({ viewer }: Visitor): Promise<string> {
  return (await db().member.findFirstOrThrow({ where: { userId: viewer.id } })).id;
}

test("a removed member's open tab saves nothing, sees nothing and is told that there is no such page", async () => {
  const author = await join("instructor");
  const viewer = await findViewer(author.headers);
  const made = viewer && (await createScenario(viewer, { organisation: handle, title: "Refund desk" }));
  const slug = made?.ok ? made.slug : "";
  const page = `/studio/${handle}/scenarios/${slug}`;
  const { revision } = await db().authoredScenario.findFirstOrThrow({ where: { slug, title: "Refund desk" } });
  const save = (text: string, seenRevision: number) =>
    send(author, `${page}/save`, { json: { changes: { "hints.yaml": text }, seenRevision } });
  expect((await save("# mine", revision)).status).toBe(200);

  const memberId = await memberIdOf(author);
  expect((await send(admin, members(), { intent: "remove", memberId })).status).toBe(200);
  const before = await db().authoredScenario.findFirstOrThrow({ where: { slug, title: "Refund desk" } });
  expect((await save("# after all", before.revision)).status).toBe(404);
  expect((await send(author, page)).status).toBe(404);
  expect((await send(author, `/studio/${handle}`)).status).toBe(404);
  expect(await db().authoredScenario.findFirstOrThrow({ where: { id: before.id } })).toEqual(before);
});

test("an admin whose role is taken keeps no page of admins, and is led away after taking it from themselves", async () => {
  const other = await join("admin");
  expect((await send(other, members())).status).toBe(200);
  const memberId = await memberIdOf(other);
  const own = await send(other, members(), [["intent", "change"], ["memberId", memberId], ...roles("reviewer")]);
  expect(own).toEqual({ status: 302, location: "/admin" });
  expect((await send(other, members())).status).toBe(404);
  expect((await send(other, members(), { intent: "remove", memberId: await memberIdOf(admin) })).status).toBe(404);
});

test("the last admin is refused, on the members page and when leaving, and may hand over", async () => {
  const memberId = await memberIdOf(admin);
  const change: Fields = [["intent", "change"], ["memberId", memberId], ...roles("candidate")];
  expect((await send(admin, members(), change)).status).toBe(409);
  expect((await send(admin, members(), { intent: "remove", memberId })).status).toBe(409);
  const next = await join("candidate");
  const leave = { intent: "leave", organisation: handle };
  expect((await send(admin, "/admin?index", leave)).status).toBe(409);
  expect((await send(admin, "/admin?index", { ...leave, handOverTo: memberId })).status).toBe(409);
  const handOver = { ...leave, handOverTo: await memberIdOf(next) };
  expect(await send(admin, "/admin?index", handOver)).toEqual({ status: 302, location: "/admin" });
  expect((await send(admin, members())).status).toBe(404);
  expect((await send(next, members())).status).toBe(200);
});

test("whoever is alone in an organisation deletes it, until somebody has taken a scenario of it", async () => {
  const drop = { intent: "delete", organisation: handle };
  const other = await join("candidate");
  expect((await send(other, "/admin?index", drop)).status).toBe(404);
  expect((await send(admin, "/admin?index", drop)).status).toBe(409);
  expect((await send(admin, members(), { intent: "remove", memberId: await memberIdOf(other) })).status).toBe(200);
  expect(await send(admin, "/admin?index", drop)).toEqual({ status: 302, location: "/admin" });
  expect((await send(admin, members())).status).toBe(404);
});

test("an account whose address is not verified invites nobody, and is told how to", async () => {
  await db().user.update({ where: { id: admin.viewer.id }, data: { emailVerified: false } });
  const invited = await send(admin, members(), [["intent", "invite"], ["email", "eve@example.com"], ...roles("admin")]);
  expect(invited.status).toBe(409);
  expect(await db().mail.count({ where: { to: "eve@example.com" } })).toBe(0);
});

test("a handle that looks like an id is refused", async () => {
  const { id } = await db().organisation.findUniqueOrThrow({ where: { handle } });
  expect((await send(admin, "/organisations/new", { name: "Globex", handle: id })).status).toBe(400);
});

test("the frame of a page holds the viewer's name, and nothing of the organisations they belong to", async () => {
  const own = { cookie: admin.headers.get("cookie") ?? "", host: "localhost:3000" };
  const answer = await app.send(new Request(`${site}/admin.data?_routes=root`, { headers: own }));
  const { id } = await db().organisation.findUniqueOrThrow({ where: { handle } });
  const sent = await answer.text();
  expect(sent).toContain(admin.viewer.name);
  for (const kept of [id, handle, admin.viewer.email ?? "", admin.viewer.id]) expect(sent).not.toContain(kept);
});

test("a form that cannot be read is a 400, and changes nothing", async () => {
  const wrong: Fields[] = [
    {},
    { intent: "rule the world" },
    { intent: "invite", email: "grace@example.com" },
    [["intent", "invite"], ["email", "nobody"], ...roles("candidate")],
    [["intent", "invite"], ["email", "grace@example.com"], ...roles("candidate", "owner")],
    [
      ["intent", "change"],
      ["memberId", await memberIdOf(admin)],
    ],
    { intent: "remove" },
  ];
  for (const fields of wrong) expect((await send(admin, members(), fields)).status).toBe(400);
  expect(await db().mail.count({ where: { to: "grace@example.com" } })).toBe(0);
  const nobody = [["intent", "remove"] as const, ["memberId", "no\u0000body"] as const];
  expect((await send(admin, members(), nobody as unknown as Fields)).status).toBe(404);
  expect((await send(admin, members(), { intent: "revoke", invitationId: "nothing" })).status).toBe(404);
  for (const name of ["", " \n ", "x".repeat(81), "日本"]) {
    expect((await send(admin, "/organisations/new", { name, handle: "" })).status).toBe(400);
  }
  expect((await send(admin, "/organisations/new", { name: "Studio", handle: "" })).status).toBe(409);
  expect((await send(admin, "/organisations/new", { name: "Ada", handle })).status).toBe(409);
});

test("an invitation that has ended is gone, and one that never was is not found", async () => {
  const visitor = await makeAccount();
  const email = visitor.viewer.email ?? "";
  const invite: Fields = [["intent", "invite"], ["email", email], ...roles("candidate")];
  await send(admin, members(), invite);
  const first = `/invitations/${await newestToken(email)}`;
  await send(admin, members(), invite);
  const second = `/invitations/${await newestToken(email)}`;
  expect((await send(visitor, first)).status).toBe(410);
  expect((await send(visitor, first, {})).status).toBe(410);
  expect((await send(admin, second, {})).status).toBe(409);
  expect((await send(visitor, second, {})).status).toBe(302);
  expect((await send(admin, second)).status).toBe(410);
  expect((await send(visitor, "/invitations/nothing")).status).toBe(404);
  expect((await send(visitor, "/invitations/nothing", {})).status).toBe(404);
});
