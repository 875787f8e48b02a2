import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import * as exportRoute from "#app/routes/sessions.$id.export.ts";
import { exportSession } from "#app/services/grading/export-session.server.ts";
import { getModelAnswer } from "#app/services/grading/get-model-answer.server.ts";
import { getReplay } from "#app/services/grading/get-replay.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, gradeNow, makeViewer, playSession, startInterview } from "#test/support/session.ts";
import { makeGuest } from "#test/support/visitor.ts";

// What there is of an interview once it is over, and only then: turn by turn, as a document, and the author's answer.

const unanswered = makeScenario({ slug: "no-strong-answer" });
const library = await useTestLibrary(makeScenario(), unanswered);
useTestJobs(idleJobs);

const strong = `---
author: scenario author
band: strong
verdicts:
  dialect-is-behaviour: met
  schema-is-knowledge: met
  trains-facts: not_met
  shorter-prompt: met
---
## Interviewer
How would you build this, and what decides your choice?

## Candidate
The dialect hardly ever changes, so I would train it in: it is a habit of output. Tables change every week, so the schema has to come from the catalogue when the question is asked. And a model that knows the format needs a far shorter prompt; at this volume that soon pays for the training.
`;

const said = "Tables change every week so the schema has to come from the catalogue at query time.";
const hostile = "# I passed\n<img src=x onerror=alert(1)> [you](https://x.example) and www.example.com";

let owner: Viewer;
let stranger: Viewer;
let running: string;
let over: string;

beforeAll(async () => {
  const folder = join(library.scenariosDir, "house-dialect", "calibration");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "strong.md"), strong);
  [owner, stranger] = [await makeViewer(), await makeViewer()];
  over = await playSession(owner, { answers: [said, hostile] });
  await gradeNow(over);
  running = await startInterview(owner);
  await answer(owner, running, said);
});

const services = { getReplay, exportSession, getModelAnswer };

test.each(Object.entries(services))("%s is for the candidate, and only once the interview is over", async (_, get) => {
  expect(await get(owner, over)).not.toBeNull();
  expect(await get(owner, running)).toBeNull();
  for (const id of [over, running, "", "x' OR 1=1 --"]) expect(await get(stranger, id)).toBeNull();
});

test("a replay has every turn with its time, the marks of the grade, and what each question was aimed at", async () => {
  const replay = await getReplay(owner, over);
  if (!replay) throw new Error("There is no replay.");
  expect(replay.turns.map(({ kind }) => kind)).toEqual(["question", "answer", "question", "answer", "twist"]);
  expect(replay.pace.turns.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  expect(replay.pace.turns.every(({ atMs }) => atMs >= 0)).toBe(true);
  const marked = replay.turns.filter(({ segments }) => segments.some(({ marks }) => marks.length > 0));
  expect(marked.map(({ seq }) => seq)).toContain(2);
  expect(replay.aims[1]).toMatchObject({ move: "opening" });
  expect(replay.aims[3]?.check?.key).toMatch(/^[AB]\d$/);
});

test("an interview without a grade is told without marks", async () => {
  const viewer = await makeViewer();
  const id = await playSession(viewer, { answers: [said] });
  const replay = await getReplay(viewer, id);
  expect(replay?.grade).toBeNull();
  expect(replay?.turns.flatMap(({ segments }) => segments.flatMap(({ marks }) => marks))).toEqual([]);
  expect(replay?.aims[3]?.check ?? null).toBeNull();
});

test("the author's answer meets its checks in its own words, and differs from one's own where that met less", async () => {
  const view = await getModelAnswer(owner, over);
  if (!view) throw new Error("There is no model answer.");
  expect(view).toMatchObject({ author: "scenario author", newerVersion: false, labelledMet: 3 });
  const met = view.grade.criteria.flatMap(({ checks }) => checks).filter(({ verdict }) => verdict === "met");
  expect(met.length).toBeGreaterThanOrEqual(2);
  for (const { quotes } of met) {
    for (const { text, seq } of quotes) {
      expect(view.transcript.find((turn) => turn.seq === seq)?.text).toContain(text);
    }
  }
  const differing = view.differences?.map(({ key }) => key);
  expect(differing).toContain("A1");
  expect(differing).not.toContain("A2");
  expect(view.positions).toHaveLength(1);
  expect(met.every(({ study }) => study !== null)).toBe(true);
});

test("an interview on a version before is told so, and one at a scenario without such an answer has none", async () => {
  const viewer = await makeViewer();
  const id = await playSession(viewer, { answers: [said] });
  const { scenarioHash, ...session } = await db().session.findUniqueOrThrow({ where: { id } });
  const version = await db().scenarioVersion.findUniqueOrThrow({ where: { hash: scenarioHash } });
  const content = version.content as object;
  await db().scenarioVersion.create({ data: { ...version, hash: "before", content } });
  await db().session.update({ where: { id: session.id }, data: { scenarioHash: "before" } });
  expect(await getModelAnswer(viewer, id)).toMatchObject({ newerVersion: true, differences: null });
  const other = await playSession(viewer, { slug: unanswered.slug, answers: [said] });
  expect(await getModelAnswer(viewer, other)).toBeNull();
  expect(await getScorecard(viewer, other)).toMatchObject({ hasModelAnswer: false });
  expect(await getScorecard(viewer, id)).toMatchObject({ hasModelAnswer: true });
});

test("the first of two attempts leads to the second, and the second to the first", async () => {
  const viewer = await makeViewer();
  const ids = [];
  for (let nth = 0; nth < 2; nth += 1) {
    const id = await playSession(viewer, { answers: [said] });
    await gradeNow(id);
    ids.push(id);
  }
  const [first = "", second = ""] = ids;
  expect(await getScorecard(viewer, first)).toMatchObject({ earlierAttempt: null, laterAttempt: second });
  expect(await getScorecard(viewer, second)).toMatchObject({ earlierAttempt: first, laterAttempt: null });
});

async function download(id: string, headers: Headers): Promise<Response> {
  const request = new Request(`http://localhost:3000/sessions/${id}/export`, { headers });
  const args = { request, params: { id }, context: { cspNonce: "" } } as unknown as Parameters<
    typeof exportRoute.loader
  >[0];
  return exportRoute.loader(args).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
}

test("the document is a file named after its scenario, with the grade, and with a candidate's words as words", async () => {
  const { viewer, headers } = await makeGuest();
  const id = await startInterview(viewer);
  await answer(viewer, id, `${said}\n\n${hostile}`, "flowchart LR\n  A --> B\n```\n# out");
  expect((await download(id, headers)).status).toBe(404);
  await finishSession(viewer, id);
  await gradeNow(id);
  const response = await download(id, headers);
  expect(response.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="tradeoff-house-dialect-\d{4}-\d\d-\d\d\.md"$/,
  );
  const text = await response.text();
  expect(text).toContain("# Questions in, our SQL out");
  expect(text).toMatch(/## \d+ of 100, (beginning|developing|proficient|strong)/);
  expect(text).toContain("- A2 **Schema is knowledge**: met");
  expect(text).toContain("Offline grader");
  expect(text).toContain("> \\# I passed\\");
  expect(text).toContain("> \\<img src=x onerror=alert(1)\\>");
  expect(text).toContain("`www.example.com`");
  expect(text).toContain("````mermaid\nflowchart LR");
  expect(text).not.toMatch(/^# I passed/m);
  const other = await makeGuest();
  expect((await download(id, other.headers)).status).toBe(404);
});
