import { afterAll, afterEach, beforeEach } from "vitest";
import { spawnProcess, type TestProcess } from "#test/support/spawn-process.ts";

// Real processes for what only real processes can show: locks, kills, races.

const running = new Set<TestProcess>();
let startedForFile: ReadonlySet<TestProcess> = new Set();

beforeEach(() => {
  startedForFile = new Set(running);
});
afterEach(() => Promise.all([...running].filter((each) => !startedForFile.has(each)).map((each) => each.end())));
afterAll(() => Promise.all([...running].map((each) => each.end())));

/**
 * Runs a TypeScript file in a process of its own. What a test started is killed after it if it is still there; what was
 * started before the first test is killed after the last.
 */
export function startProcess(...[script, args, environment]: Parameters<typeof spawnProcess>): TestProcess {
  const started = spawnProcess(script, args, environment);
  running.add(started);
  void started.exited.then(() => running.delete(started));
  return started;
}
