import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { findChromium, howToInstall } from "#test/support/chromium.ts";
import { visitOverHttp } from "#test/support/http-visitor.ts";
import { launchApp } from "#test/support/launch-app.ts";
import { mailboxOf, verifyMailed } from "#test/support/operator.ts";
import { plainEnvironment } from "#test/support/plain-environment.ts";
import { reviewerAccount, reviewerEmail } from "#test/support/reviewer.ts";
import { spawnProcess } from "#test/support/spawn-process.ts";

declare module "vitest" {
  interface ProvidedContext {
    sharedApp: { url: string; logPath: string; mailbox: string };
  }
}

/**
 * Once for all browser tests: makes what `npm start` would make, starts one application that they share, and says so if
 * there is no browser to run them.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (findChromium() === null) console.warn(`\n${howToInstall}\n`);
  await promisify(execFile)(process.execPath, ["--import", "tsx", "build.ts"], { env: plainEnvironment() });
  const home = await mkdtemp(join(tmpdir(), "tradeoff-"));
  const logPath = join(home, "errors.log");
  await writeFile(logPath, "");
  // This process is not a test's, so a developer's own settings are still in its environment.
  const environment = project.config.env as Record<string, string>;
  const launch = { spawn: spawnProcess, dataDir: join(home, "data"), environment };
  const app = await launchApp({ ...launch, environment: { ...environment, REVIEWERS: reviewerEmail } });
  app.stderr.pipe(createWriteStream(logPath, { flags: "a" }));
  const mailbox = mailboxOf(app);
  const reviewer = visitOverHttp(app.url);
  await reviewer.post("/sign-up", reviewerAccount);
  await verifyMailed({ url: app.url, mailbox, email: reviewerEmail });
  project.provide("sharedApp", { url: app.url, logPath, mailbox });
  return async () => {
    await app.end("SIGKILL");
    await rm(home, { recursive: true, force: true });
  };
}
