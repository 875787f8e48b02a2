import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { claimSession } from "#app/services/hiring/queue/claim-session.server.ts";
import { leaveMarks, makeBlindCase, type BlindCase, type Mark } from "#test/support/blind-case.ts";
import { useTestJobs } from "#test/support/database.ts";
import { review } from "#test/support/hiring-review.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { listRouteFiles, loadRemixApp, type RemixApp } from "#test/support/remix-app.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import type { Visitor } from "#test/support/visitor.ts";
import { access } from "#test/routes/access.ts";

// Until their own levels are given, nobody of a hiring team is told by the server who a candidate is, what a grader or a
// colleague made of the session: every address they could ask for is asked for, and every word of the answer looked at.

await useTestLibrary(makeScenario());
process.env.EMBEDDINGS = "none";
useTestJobs(idleJobs);

const site = "http://localhost:3000";
let app: RemixApp;
let made: BlindCase;

beforeAll(async () => {
  app = await loadRemixApp({ draws: true });
  made = await makeBlindCase();
}, 120_000);

const noNeedToAsk = new Set(["sign-out.ts", "theme.ts"]);

/** Every address of the access list, of this case where it names one; addresses with an unknown example fail. */
function listAddresses(): string[] {
  const paths = Object.entries(access).flatMap(([file, lines]) =>
    noNeedToAsk.has(file) ? [] : lines.map(({ path }) => path),
  );
  const filled = [...paths, ...made.variants].flatMap((path) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
    const unknown = names.filter((name) => made.examples[name] === undefined);
    expect(unknown, `${path} names an example that the blindness test does not know`).toEqual([]);
    const first = names[0];
    const choices = first === undefined ? [""] : (made.examples[first] ?? []);
    return choices.map((choice) =>
      path.replace(/\{(\w+)\}/g, (_, name: string) => (name === first ? choice : (made.examples[name]?.[0] ?? ""))),
    );
  });
  return [...new Set(filled)];
}

function asData(address: string): string {
  const { pathname, search } = new URL(site + address);
  return `${pathname === "/" ? "/_root" : pathname}.data${search}`;
}

type Told = { from: string; text: string; status: number; broke: string };

async function ask(visitor: Visitor, address: string, init: RequestInit = {}): Promise<Told> {
  const headers = new Headers({
    cookie: visitor.headers.get("cookie") ?? "",
    host: "localhost:3000",
    origin: site,
    "user-agent": "Googlebot", // is given the page whole
    ...(init.headers as Record<string, string>),
  });
  const response = await app.send(new Request(site + address, { redirect: "manual", ...init, headers }));
  const body = await readFor(response, 3_000);
  const broke = response.status < 500 ? "" : app.broken().map(String).join("; ");
  const said = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  return { from: `${init.method ?? "GET"} ${address}`, text: `${said}\n${body}`, status: response.status, broke };
}

/** What an answer has said by then: some go on for as long as somebody listens. */
async function readFor(response: Response, ms: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  const end = new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));
  for (;;) {
    const next = await Promise.race([reader.read(), end]);
    if (next === null || next.done) break;
    text += decoder.decode(next.value, { stream: true });
  }
  void reader.cancel().catch(() => undefined);
  return text;
}

const badly = { method: "POST", body: new URLSearchParams({ intent: "no such thing" }) };
const badJson = { method: "POST", body: "{}", headers: { "content-type": "application/json" } };

const takesJson = { has: (address: string) => /\/(draft|save|preview)$/.test(address) };

/** Every answer there is: pages, their data, JSON, files, refusals of what is sent badly, of what is not there. */
async function listTold(visitor: Visitor): Promise<Told[]> {
  const told: Told[] = [];
  for (const address of listAddresses()) {
    told.push(await ask(visitor, address));
    told.push(await ask(visitor, asData(address)));
    if (!/^\/(hiring|studio|sessions|assessments)\//.test(address)) continue;
    told.push(await ask(visitor, address, takesJson.has(address) ? badJson : badly));
  }
  const to = visitor.viewer.email ?? "";
  for (const mail of await db().mail.findMany({ where: { to } })) {
    told.push({ from: `mail “${mail.subject}”`, text: `${mail.subject}\n${mail.text}`, status: 200, broke: "" });
  }
  return told;
}

const isOfPeople = (from: string) => /\/people(\.data|\?|$)/.test(from);

/** The list of people knows names, and nothing that leads to what somebody said. */
function mayTell({ from }: Told, mark: Mark, viewer: Viewer): boolean {
  const isAdmin = viewer.memberships.some(({ roles }) => roles.includes("admin"));
  if (mark.kind === "person") return isAdmin && isOfPeople(from);
  if (mark.kind === "blind name") return !isOfPeople(from);
  return false;
}

function listLeaks(told: readonly Told[], viewer: Viewer, except: readonly string[] = []): string[] {
  const leaks = told.flatMap((each) =>
    made.marks
      // An address that was asked for may come back in the answer.
      .filter(({ text }) => each.text.includes(text) && !each.from.includes(text))
      .filter((mark) => !except.includes(mark.what) && !mayTell(each, mark, viewer))
      .map(({ what }) => `${each.from} tells ${what}`),
  );
  return [...new Set(leaks)];
}

const isBroken = ({ status }: Told) => status >= 500;

test("every route is asked: a file without an address in the list of access fails", () => {
  expect(Object.keys(access).sort()).toEqual(listRouteFiles().sort());
  expect(listAddresses().length).toBeGreaterThan(100);
});

test.for(["reviewer", "admin", "instructor"] as const)(
  "%s is told nothing before a session is taken",
  { timeout: 300_000 },
  async (role) => {
    const visitor = made.people[role];
    const told = await listTold(visitor);
    expect(told.filter(isBroken).map(({ from, broke }) => `${from}: ${broke}`)).toEqual([]);
    expect(listLeaks(told, visitor.viewer)).toEqual([]);
  },
);

test.for(["reviewer", "admin"] as const)(
  "%s is told nothing while they hold the session and read",
  { timeout: 300_000 },
  async (role) => {
    const visitor = made.people[role];
    await db().reviewClaim.deleteMany({ where: { sessionId: made.waiting, state: "claimed" } });
    await claimSession(visitor.viewer, { organisation: made.team.organisationId, sessionId: made.waiting });
    const told = await listTold(visitor);
    expect(told.some(({ text }) => text.includes(made.transcriptMark))).toBe(true);
    expect(listLeaks(told, visitor.viewer)).toEqual([]);
  },
);

test("an adjudicator is told what two readers said, not who they are, nor who the candidate is or what a grader made of it", async () => {
  const { reviewer } = made.people;
  const address = `/hiring/acme/adjudicate/${made.apart}`;
  await ask(reviewer, address, { method: "POST", body: new URLSearchParams({ intent: "take" }) });
  const told = [await ask(reviewer, address), await ask(reviewer, asData(address))];
  const readings = made.marks.filter(({ kind }) => kind === "reading");
  expect(readings.filter(({ text }) => told.every((each) => each.text.includes(text))).length).toBeGreaterThan(0);
  expect(
    listLeaks(
      told,
      reviewer.viewer,
      readings.map(({ what }) => what),
    ),
  ).toEqual([]);
  for (const name of made.readers) expect(told.map(({ text }) => text).join()).not.toContain(name);
}, 60_000);

test("the search can fail: after their own levels the reviewer reads the colleague’s, and the admin the candidate’s name", async () => {
  const { reviewer, admin } = made.people;
  await db().reviewClaim.deleteMany({ where: { sessionId: made.waiting, state: "claimed" } });
  await review(reviewer.viewer, { team: made.team, sessionId: made.waiting, levels: { framing: 1, economics: 1 } });
  const comparison = listLeaks([await ask(reviewer, `/hiring/acme/reviews/${made.waiting}`)], reviewer.viewer);
  expect(comparison.filter((leak) => leak.endsWith("a colleague’s comment"))).toHaveLength(1);
  expect(comparison.filter((leak) => /the candidate’s|rationale/.test(leak))).toEqual([]);

  const candidate = await ask(admin, `/hiring/acme/assessments/${made.examples.assessment?.[0]}/results/${made.code}`);
  expect(candidate.text).toContain(made.marks.find(({ what }) => what === "the candidate’s name")?.text);
  await leaveMarks(made.waiting);
}, 60_000);
