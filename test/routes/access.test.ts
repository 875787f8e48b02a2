import { beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { canSeeStudio, isReviewer, may, membershipsFor } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { type Access, access, type Line } from "#test/routes/access.ts";
import { type Caller, callers, makeExamples, makePeople, type People } from "#test/support/access-examples.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeDrill } from "#test/support/drill.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { listRouteFiles, loadRemixApp, type RemixApp } from "#test/support/remix-app.ts";
import { reviewerEmail } from "#test/support/reviewer.ts";
import { makeScenario, useTestLibrary, writeFiles } from "#test/support/scenario.ts";

// Every route with everybody: each answer of each loader and action is held against the table of permissions.

const library = await useTestLibrary(makeScenario());
await writeFiles(library.contentDir, [{ file: "drills.yaml", text: stringify({ drills: [makeDrill()] }) }]);
process.env.REVIEWERS = reviewerEmail;
process.env.EMBEDDINGS = "none";
useTestJobs(idleJobs);

const site = "http://localhost:3000";
let app: RemixApp;
let people: People;
let examples: Record<string, string> = {};
let restore: () => Promise<void>;

/** Who is signed in and who belongs where, to be so again after each form that was let in. */
async function rememberEverybody(): Promise<typeof restore> {
  const [signIns, members] = [await db().authSession.findMany(), await db().member.findMany()];
  return async () => {
    await db().authSession.createMany({ data: signIns, skipDuplicates: true });
    await db().member.deleteMany({ where: { id: { notIn: members.map(({ id }) => id) } } });
    await db().member.createMany({ data: members, skipDuplicates: true });
  };
}

beforeAll(async () => {
  app = await loadRemixApp();
  people = await makePeople();
  examples = await makeExamples(people);
  restore = await rememberEverybody();
}, 120_000);

function viewerOf(caller: Caller): Viewer | null {
  return caller === "nobody" ? null : people[caller].viewer;
}

/** Whether somebody may come in: the table, and what is said of the words beside it. */
function mayEnter(access: Access, { owner = "candidate" }: Line, caller: Caller): boolean {
  const viewer = viewerOf(caller);
  switch (access) {
    case "anybody":
      return true;
    case "viewer":
      return viewer !== null;
    case "account":
      return viewer !== null && !viewer.isGuest;
    case "own":
      return caller === owner;
    case "studio":
      return canSeeStudio(viewer, [reviewerEmail]);
    case "reviewer":
      return isReviewer(viewer, [reviewerEmail]);
    case "some-reviewer":
      return isReviewer(viewer, [reviewerEmail]) || membershipsFor(viewer, "review_session").length > 0;
    case "some-admin":
      return membershipsFor(viewer, "see_usage").length > 0;
    case "half-way":
    case "nobody":
    case "operator":
      return false;
    default:
      return may(viewer, access, "acme");
  }
}

type Answer = "comes in" | "signs in first" | "is not there" | "no such method" | `broken: ${string}`;

/** What whoever is kept out may be told: who they are is asked of nobody and of a guest alone. */
function allowedAnswers(access: Access | null, line: Line, caller: Caller): Answer[] {
  if (access === null) return ["no such method", "is not there"];
  if (mayEnter(access, line, caller)) return ["comes in"];
  if (access === "half-way") return ["signs in first"];
  if (caller === "nobody") return ["signs in first", "is not there"];
  return caller === "guest" && access === "account" ? ["signs in first"] : ["is not there"];
}

function readAnswer({ status, headers }: Response): Answer {
  const location = headers.get("location") ?? "";
  if (status >= 500) return `broken: ${status} ${app.broken().map(String).join("; ")}`;
  if (status === 404) return "is not there";
  if (status === 405) return "no such method";
  return status === 401 || /^\/sign-(in|up)\?next=/.test(location) ? "signs in first" : "comes in";
}

type Sent = { line: Line; method: "GET" | "POST"; caller: Caller; from?: Record<string, string> };

function bodyOf({ form = {}, json }: Line): { body: BodyInit; type: Record<string, string> } {
  if (json === undefined) return { body: new URLSearchParams(form), type: {} };
  return { body: JSON.stringify(json), type: { "content-type": "application/json" } };
}

async function send({ line, method, caller, from = { origin: site } }: Sent): Promise<Response> {
  const address = line.path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? `no example of ${name}`);
  const cookie = caller === "nobody" ? "" : (people[caller].headers.get("cookie") ?? "");
  const { body, type } = bodyOf(line);
  const headers = { cookie, host: "localhost:3000", ...from };
  const init = method === "GET" ? { headers } : { method, headers: { ...headers, ...type }, body };
  const response = await app.send(new Request(site + address, init));
  // Some of what answers goes on for as long as somebody listens.
  await response.body?.cancel();
  if (method === "POST" && response.status < 400) await restore();
  return response;
}

/** One line for each answer that is not allowed. */
async function listWrong(line: Line): Promise<string[]> {
  const { path, loader, action } = line;
  const wrong: string[] = [];
  for (const [method, access] of [["GET", loader] as const, ["POST", action] as const]) {
    for (const caller of callers) {
      const answer = readAnswer(await send({ line, method, caller }));
      const allowed = allowedAnswers(access, line, caller);
      if (!allowed.includes(answer)) {
        wrong.push(`${method} ${path} as ${caller}: ${answer}; should be: ${allowed.join(" or ")}`);
      }
    }
  }
  return wrong;
}

test("every file in app/routes has its line, and no line is without its file", () => {
  expect(Object.keys(access).sort()).toEqual(listRouteFiles().sort());
});

test.for(Object.entries(access))("%s lets in exactly those who may", async ([, lines]) => {
  const wrong: string[] = [];
  for (const line of lines) wrong.push(...(await listWrong(line)));
  expect(wrong).toEqual([]);
});

/** Without an Origin, which Remix itself would stumble over: what is asked here is what our own actions say. */
const elsewhere = { "sec-fetch-site": "cross-site" };

test("every action refuses what a page of another site sends, whoever is signed in", async () => {
  const letIn: string[] = [];
  for (const [file, lines] of Object.entries(access)) {
    for (const line of lines) {
      if (line.action === null) continue;
      const { status } = await send({ line, method: "POST", caller: "admin", from: elsewhere });
      if (status !== 403) letIn.push(`${file}: ${status}`);
    }
  }
  expect(letIn).toEqual([]);
});
