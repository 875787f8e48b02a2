import { setInterval } from "node:timers";
import { db, openDatabase } from "#app/db/client.server.ts";
import { type JobHandlers, startJobs } from "#app/db/jobs.server.ts";
import { giveSigns } from "#app/db/sign-of-life.server.ts";
import { enqueueRegrade } from "#app/services/authoring/regrade/enqueue-regrade.server.ts";
import { runRegrade } from "#app/services/authoring/regrade/run-regrade.server.ts";
import { enqueueGrade } from "#app/services/grading/queue-grade.server.ts";
import { runGrade } from "#app/services/grading/run-grade.server.ts";
import { enqueueMeasuring } from "#app/services/hiring/agreement/enqueue-measuring.server.ts";
import { applyRetention } from "#app/services/hiring/retention/apply-retention.server.ts";
import { enqueueRetention } from "#app/services/hiring/retention/enqueue-retention.server.ts";
import { measureAgreement } from "#app/services/hiring/agreement/measure-agreement.server.ts";
import { endOverdueInterview } from "#app/services/interview/clock/end-overdue-interview.server.ts";
import { giveBackOutage } from "#app/services/interview/clock/give-back-outage.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { answer, startInterview } from "#test/support/session.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

// One of several processes over one PostgreSQL. It starts as the application does, says so, does what it is told, says each
// job it has done, and goes on until it is ended.

export type Told = {
  grades?: string[];
  regrade?: string;
  measure?: { organisationId: string; scenarioHash: string; at: string };
  retain?: boolean;
  /** Whose interview to begin, or to go on with, and what to say in it. */
  interview?: { viewerId: string; sessionId: string | null; text: string };
};

const [databaseUrl = "", told = "{}"] = process.argv.slice(2);
const { grades = [], regrade, measure, retain, interview } = JSON.parse(told) as Told;

function saying(handlers: JobHandlers): JobHandlers {
  const entries = Object.entries(handlers) as [string, (data: object) => Promise<void>][];
  const said = entries.map(([name, handler]) => [
    name,
    async (data: object) => {
      await handler(data);
      console.log(`did ${name} ${Object.values(data).join(" ")}`);
    },
  ]);
  return Object.fromEntries(said) as JobHandlers;
}

await openDatabase({ dataDir: "unused", databaseUrl });
await loadLibrary();
await giveSigns({ dataDir: "unused", giveBack: giveBackOutage });
await startJobs({
  handlers: saying({
    ...idleJobs,
    "grade-session": ({ gradeId }) => runGrade(gradeId),
    "run-regrade": ({ gradeId }) => runRegrade(gradeId),
    "measure-agreement": (about) => measureAgreement(about),
    "apply-retention": () => applyRetention(),
    "end-interview": ({ sessionId }) => endOverdueInterview(sessionId),
  }),
  expireInSeconds: 3_600,
  onError: console.error,
});
console.log("ready");

await Promise.all(grades.map(enqueueGrade));
if (regrade !== undefined) await enqueueRegrade(regrade);
if (measure !== undefined) await enqueueMeasuring(measure, new Date(measure.at));
if (retain) await enqueueRetention();
if (interview !== undefined) {
  const user = await db().user.findUniqueOrThrow({ where: { id: interview.viewerId } });
  const viewer = { ...user, isGuest: false, memberships: [] };
  const sessionId = interview.sessionId ?? (await startInterview(viewer));
  const result = await answer(viewer, sessionId, interview.text);
  console.log(`answered ${sessionId} ${result?.ok ? "taken" : result?.reason}`);
}
setInterval(() => undefined, 60_000);
