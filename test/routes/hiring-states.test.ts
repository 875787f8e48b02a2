import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { claimAdjudication } from "#app/services/hiring/adjudication/claim-adjudication.server.ts";
import { claimSession } from "#app/services/hiring/queue/claim-session.server.ts";
import { callers, makePeople, type Caller, type People } from "#test/support/access-examples.ts";
import { useTestJobs } from "#test/support/database.ts";
import { giveReview, handIn, makeAssessment } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeMember } from "#test/support/organisation.ts";
import { listRouteFiles, loadRemixApp, type RemixApp } from "#test/support/remix-app.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { accessByState, type SessionState, sessionStates } from "#test/routes/access-by-state.ts";

// Every route that leads to a session of an assessment, with everybody, in every state the session can be in: who comes in,
// and who is given the candidate's words.

await useTestLibrary(makeScenario());
process.env.EMBEDDINGS = "none";
useTestJobs(idleJobs);

const site = "http://localhost:3000";
const words = "Sphenopalatine transcript";
let app: RemixApp;
let people: People;
let organisationId = "";

beforeAll(async () => {
  app = await loadRemixApp();
  people = await makePeople();
  organisationId = (await db().organisation.findUniqueOrThrow({ where: { handle: "acme" } })).id;
}, 120_000);

type Made = { session: string; code: string; assessment: string; appeal: string };

/** Whoever may not review has given nothing. */
const mayReview = ({ memberships }: Viewer) =>
  memberships.some(({ handle, roles }) => handle === "acme" && /reviewer|admin/.test(roles.join()));

async function giveAs(viewer: Viewer, wanted: { organisation: string; sessionId: string }): Promise<void> {
  const { sessionId } = wanted;
  await claimSession(viewer, wanted);
  await giveReview(viewer, { sessionId, levels: { framing: 2, economics: 2 } });
  await db().reviewClaim.updateMany({ where: { sessionId }, data: { state: "submitted" } });
}

async function giveByOthers(sessionId: string, levels: readonly number[]): Promise<void> {
  for (const level of levels) {
    const reviewer = await makeMember({ organisationId, roles: ["reviewer"] });
    await giveReview(reviewer, { sessionId, levels: { framing: level, economics: level } });
  }
}

/** A session in a state, as it is for one of the people, who hold nothing else. */
async function makeIn(state: SessionState, caller: Caller): Promise<Made> {
  await db().reviewClaim.deleteMany();
  const reviewersPerSession = state === "taken by another" ? 1 : 2;
  const assessment = await makeAssessment({ organisationId }, { scenario: makeScenario(), reviewersPerSession });
  const { sessionId, candidacy } = await handIn(assessment);
  await db().turn.updateMany({ where: { sessionId, speaker: "candidate" }, data: { text: words } });
  const wanted = { organisation: organisationId, sessionId };
  const viewer = caller === "nobody" ? null : people[caller].viewer;
  if (state === "taken by the viewer" && viewer) await claimSession(viewer, wanted);
  if (state === "taken by another")
    await claimSession(await makeMember({ organisationId, roles: ["reviewer"] }), wanted);
  const isGiver = state.endsWith("given by the viewer") && viewer !== null && mayReview(viewer);
  if (isGiver) await giveAs(viewer, wanted);
  if (state === "far apart" || state === "far apart, taken by the viewer") await giveByOthers(sessionId, [0, 4]);
  if (state === "far apart, taken by the viewer" && viewer) await claimAdjudication(viewer, wanted);
  if (state.startsWith("complete")) await giveByOthers(sessionId, isGiver ? [2] : [2, 2]);
  const contested = { sessionId, criterionId: "framing", level: 2, reason: "I said it in the second answer." };
  const appeal = await db().levelAppeal.create({ data: contested });
  return { session: sessionId, code: candidacy.code, assessment: assessment.id, appeal: appeal.id };
}

type Answer =
  "reads" | "comes in" | "is sent on" | "signs in first" | "is not there" | "is refused" | `broken: ${string}`;

async function ask(path: string, caller: Caller, json?: object): Promise<Answer> {
  const cookie = caller === "nobody" ? "" : (people[caller].headers.get("cookie") ?? "");
  const headers = { cookie, host: "localhost:3000", origin: site, "content-type": "application/json" };
  const init = json === undefined ? {} : { method: "POST", body: JSON.stringify(json) };
  const response = await app.send(new Request(site + path, { headers, ...init }));
  const { status } = response;
  const text = await response.text();
  const location = response.headers.get("location") ?? /"(\/sign-in\?[^"]*)"/.exec(text)?.[1] ?? "";
  if (status >= 500) return `broken: ${app.broken().map(String).join("; ")}`;
  if (status === 404) return "is not there";
  if (status === 401 || /^\/sign-(in|up)\?next=/.test(location)) return "signs in first";
  if (status === 409) return "is refused";
  if (status === 202 || (status >= 300 && status < 400)) return "is sent on";
  return text.includes(words) ? "reads" : "comes in";
}

/** A page is asked for as data: all that could be on it. */
const dataOf = (path: string) => (/\.json$|\/draft$/.test(path) ? path : `${path}.data`);

async function listAnswers(path: string, state: SessionState, json?: object): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  for (const caller of callers) {
    const made: Record<string, string> = await makeIn(state, caller);
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => made[name] ?? name);
    answers[caller] = await ask(dataOf(address), caller, json);
  }
  return answers;
}

/** As `hiring.$organisation.reviews.$session._index.tsx` is /hiring/acme/reviews/{session}. */
function pathOf(file: string): string {
  const parts = file
    .replace(/(\._index)?\.tsx?$/, "")
    .replace("[.]", "\u0000")
    .split(".");
  const named = parts.map((part) => (part === "$organisation" ? "acme" : part.replace(/^\$(\w+)/, "{$1}")));
  return `/${named.join("/").replace("\u0000", ".")}`;
}

test("every route file that leads to one session, one appeal or one candidate’s results is asked in every state", () => {
  const leading = listRouteFiles().filter((file) => /^hiring\..*\.\$(session|code|appeal)\b/.test(file));
  expect(leading.length).toBeGreaterThan(4);
  expect(leading.map(pathOf).filter((path) => !(path in accessByState))).toEqual([]);
});

const cases = Object.entries(accessByState).flatMap(([path, line]) =>
  sessionStates.map((state) => [path, state, line] as const),
);

test.for(cases)("%s, when it is %s", async ([path, state, line]) => {
  const answers = await listAnswers(path, state, line.json);
  const expected = Object.fromEntries(
    callers.map((caller) => [caller, line[state][caller] ?? (caller === "nobody" ? "signs in first" : "is not there")]),
  );
  expect(answers).toEqual(expected);
});
