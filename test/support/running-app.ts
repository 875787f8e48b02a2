import { readFileSync } from "node:fs";
import { afterEach, expect, inject } from "vitest";
import { launchApp, type RunningApp } from "#test/support/launch-app.ts";
import { startProcess } from "#test/support/process.ts";

/** An application of the test's own, on the data in `dataDir`. */
export function startApp(dataDir: string, environment?: Record<string, string>): Promise<RunningApp> {
  return launchApp({ spawn: startProcess, dataDir, environment });
}

/**
 * The address of the application that all browser tests share; every test is a visitor of its own to it. What it logs as
 * broken fails the test of that moment.
 */
export function useSharedApp(): string {
  const { url, logPath } = inject("sharedApp");
  const readLog = () => readFileSync(logPath, "utf8");
  let read = readLog().length;
  afterEach(() => {
    const logged = readLog().slice(read);
    read += logged.length;
    expect(logged, "what the server logged as broken").toBe("");
  });
  return url;
}

/** Where the shared application keeps its mail: a path with the operator's key. */
export function sharedMailbox(): string {
  return inject("sharedApp").mailbox;
}
