import { openDatabase, closeDatabase, db } from "#app/db/client.server.ts";
import { migrateDatabase } from "#app/db/migrate.server.ts";
import { startJobs, stopJobs } from "#app/db/jobs.server.ts";
import { env } from "#app/env.server.ts";
import { signUp } from "#app/services/accounts/sign-up.server.ts";
import { copyScenario } from "#app/services/authoring/copy-scenario.server.ts";
import { findAuthored } from "#app/services/authoring/find-authored.server.ts";
import { publishScenario } from "#app/services/authoring/publish-scenario.server.ts";
import { startSession } from "#app/services/interview/start-session.server.ts";
import { submitAnswer } from "#app/services/interview/submit-answer.server.ts";
import { askQuestion } from "#app/services/interview/ask-question.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { runGrade } from "#app/services/grading/run-grade.server.ts";
import { requestGrade } from "#app/services/grading/request-grade.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { asOfNow } from "#test/support/organisation.ts";

const { dataDir, databaseUrl, appUrl: url } = env();
await openDatabase({ dataDir, databaseUrl, url });
await migrateDatabase();
await startJobs({ handlers: idleJobs, expireInSeconds: 60, onError: console.error });
const org = await db().organisation.create({ data: { name: "Acme Learning", handle: "acme" } });
async function member(name: string, roles: string[]) {
  const email = `${name.toLowerCase()}@example.com`;
  const out = await signUp(new Headers(), { name, email, password: "correct horse battery" });
  if (!out.ok) throw new Error(JSON.stringify(out));
  const user = await db().user.update({ where: { email }, data: { emailVerified: true } });
  await db().member.create({ data: { organisationId: org.id, userId: user.id, roles } });
  return asOfNow({ id: user.id, name, email, isGuest: false, emailVerified: true, memberships: [] });
}
const grace = await member("Grace", ["instructor"]);
await member("Rae", ["reviewer"]);
const made = await copyScenario(grace, { organisation: "acme", from: "customer-support-chatbot" });
if (!made?.ok) throw new Error(JSON.stringify(made));
const found = await findAuthored(grace, { organisation: "acme", slug: made.slug, action: "write_scenario" });
const pub = await publishScenario(grace, { organisation: "acme", slug: made.slug, seenRevision: found!.authored.revision, note: "First", acceptWarnings: true });
console.log(made, pub);
const lib = (await loadLibrary()).scenarios.find(({ scenario }) => scenario.slug === "customer-support-chatbot")!;
const questions = [["What is the budget for this?", "Who reviews the replies?"], ["What's the budget for it?"], ["Which languages do customers write in?"], ["How big is the budget?", "Is there an on-call team?"], []];
let n = 0;
for (const name of ["Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana"]) {
  const who = await member(name, ["candidate"]);
  const started = await startSession(who, { slug: `acme.${made.slug}` });
  if (!started) throw new Error("not started");
  const { sessionId } = started;
  const seen = () => db().turn.count({ where: { sessionId } });
  for (const text of questions[n % questions.length]!) await askQuestion(who, { sessionId, text, seenSeq: await seen() });
  const answer = lib.calibration[n % lib.calibration.length]!;
  for (const turn of answer.transcript.filter((t) => t.speaker === "candidate" && t.kind === "answer").slice(0, 4)) {
    const r = await submitAnswer(who, { sessionId, text: turn.text, diagram: "", seenSeq: await seen() });
    if (!r?.ok) break;
  }
  if (n !== 5) {
    await finishSession(who, sessionId);
    const g = await db().grade.findFirst({ where: { sessionId } });
    if (g) await runGrade(g.id);
    if (n < 3 && process.env.ANTHROPIC_API_KEY) {
      const again = await requestGrade(who, { sessionId, grader: "anthropic" });
      if (again?.ok) await runGrade(again.gradeId);
    }
    if (n === 1) {
      const session = await db().session.findUniqueOrThrow({ where: { id: sessionId }, include: { scenarioVersion: true } });
      const rae = await db().user.findUniqueOrThrow({ where: { email: "rae@example.com" } });
      const ids = lib.scenario.rubric.criteria.map(({ id }) => id);
      await db().review.create({ data: { sessionId, reviewerId: rae.id, rubricHash: session.scenarioVersion.rubricHash, levels: Object.fromEntries(ids.map((id, at) => [id, at % 5])), createdAt: new Date() } });
    }
  }
  n += 1;
}
await stopJobs();
await closeDatabase();
process.exit(0);
