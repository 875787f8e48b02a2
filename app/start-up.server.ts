import { closeDatabase, openDatabase } from "#app/db/client.server.ts";
import { giveSigns, stopSigns } from "#app/db/sign-of-life.server.ts";
import { startJobs, stopJobs } from "#app/db/jobs.server.ts";
import { migrateDatabase } from "#app/db/migrate.server.ts";
import { env, type Env } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";
import { deliverMail } from "#app/services/accounts/mail/deliver-mail.server.ts";
import { mailboxAddress } from "#app/services/accounts/operator.server.ts";
import { enqueueForgottenDryRuns } from "#app/services/authoring/dry-run/enqueue-dry-run.server.ts";
import { runDryRun } from "#app/services/authoring/dry-run/run-dry-run.server.ts";
import { enqueueForgottenRegrades } from "#app/services/authoring/regrade/enqueue-regrade.server.ts";
import { runRegrade } from "#app/services/authoring/regrade/run-regrade.server.ts";
import { enqueueForgottenGrades } from "#app/services/grading/queue-grade.server.ts";
import {
  endAssessment,
  enqueueForgottenEndsOfAssessments,
} from "#app/services/hiring/assessments/end-assessment.server.ts";
import { measureAgreement } from "#app/services/hiring/agreement/measure-agreement.server.ts";
import { applyRetention } from "#app/services/hiring/retention/apply-retention.server.ts";
import { enqueueRetention } from "#app/services/hiring/retention/enqueue-retention.server.ts";
import { closeLostCalls } from "#app/services/model/close-lost-calls.server.ts";
import { resumeAfterBudget } from "#app/services/usage/resume-after-budget.server.ts";
import { runGrade } from "#app/services/grading/run-grade.server.ts";
import { endOverdueInterview } from "#app/services/interview/clock/end-overdue-interview.server.ts";
import { giveBackOutage } from "#app/services/interview/clock/give-back-outage.server.ts";
import { scheduleForgottenEnds } from "#app/services/interview/clock/schedule-end.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { closeEmbedder } from "#app/services/retrieval/choose-embedder.server.ts";

/** What the server says of itself when it is ready, a line for each thing. */
export type StartUpSummary = { data: string; grader: string; library: string; mail: string; notes: string[] };

/** Brings the application up, from the settings to the workers. Throws one clear message when it cannot. */
export async function startUp(): Promise<StartUpSummary> {
  const settings = env();
  const { dataDir, databaseUrl, appUrl: url } = settings;
  await openDatabase({ dataDir, databaseUrl, url });
  try {
    const migrated = await migrateDatabase();
    const library = await loadLibrary();
    // Before the jobs start, or they would end interviews whose time is up only by the outage.
    await giveSigns({ dataDir, giveBack: giveBackOutage });
    await startJobs({
      handlers: {
        "grade-session": ({ gradeId }) => runGrade(gradeId),
        "end-interview": ({ sessionId }) => endOverdueInterview(sessionId),
        "deliver-mail": ({ mailId }) => deliverMail(mailId),
        "run-dry-run": ({ dryRunId }) => runDryRun(dryRunId),
        "run-regrade": ({ gradeId }) => runRegrade(gradeId),
        "resume-after-budget": () => resumeAfterBudget(),
        "measure-agreement": (about) => measureAgreement(about),
        "end-assessment": ({ assessmentId }) => endAssessment(assessmentId),
        "apply-retention": () => applyRetention(),
      },
      expireInSeconds: Math.ceil(settings.gradingDeadlineMs / 1000) + 60,
      onError: (error) => log().error({ err: error }, "a job failed"),
    });
    await closeLostCalls({ atStart: true });
    await enqueueForgottenGrades();
    await enqueueForgottenRegrades();
    await enqueueForgottenDryRuns();
    await resumeAfterBudget();
    await enqueueRetention();
    await scheduleForgottenEnds();
    await enqueueForgottenEndsOfAssessments();
    return {
      data: describeData(settings),
      grader: describeGrader(settings),
      library: `${library.scenarios.length} scenarios, ${library.pages.length} study pages`,
      mail: describeMail(settings),
      notes: [
        ...migrated.map((name) => `applied the migration ${name}`),
        ...library.problems.map(({ severity, file, field, message }) => `${severity}: ${file} ${field}: ${message}`),
        ...describeRisks(settings),
      ],
    };
  } catch (error) {
    await shutDown();
    throw error;
  }
}

/** Lets running work end, and closes the database last. */
export async function shutDown(): Promise<void> {
  await stopSigns();
  await stopJobs();
  await closeEmbedder();
  await closeDatabase();
}

function describeData({ databaseUrl, dataDir }: Env): string {
  if (databaseUrl === null) return `${dataDir} (embedded database; DATABASE_URL names a PostgreSQL instead)`;
  const { host, pathname } = new URL(databaseUrl);
  return `PostgreSQL at ${host}${pathname}`;
}

function describeGrader({ grader, anthropic }: Env): string {
  if (grader === "anthropic") return `anthropic, ${anthropic.model} (GRADER=offline grades without the network)`;
  return anthropic.apiKey === null
    ? "offline, a deterministic estimate (ANTHROPIC_API_KEY switches to a model)"
    : "offline, a deterministic estimate, as GRADER says (GRADER=anthropic switches to the model)";
}

function describeMail(settings: Env): string {
  const mailbox = mailboxAddress(settings);
  if (settings.smtp !== null) return `by ${new URL(settings.smtp.url).host}${mailbox ? `, a list at ${mailbox}` : ""}`;
  if (mailbox !== null) return `${mailbox} (SMTP_URL delivers it instead)`;
  return "reaches nobody: set SMTP_URL and MAIL_FROM, else no address is verified and no password reset";
}

function describeRisks({ databaseUrl, authSecret, dataDir }: Env): string[] {
  if (databaseUrl === null || authSecret !== null) return [];
  return [`sign-ins are signed with a secret in ${dataDir}: several machines need the same AUTH_SECRET`];
}
