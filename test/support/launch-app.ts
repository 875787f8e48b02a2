import { type AddressInfo, createServer } from "node:net";
import type { spawnProcess, TestProcess } from "#test/support/spawn-process.ts";

type Environment = Record<string, string>;

/** The built application in a process of its own, as an operator runs it. */
export type RunningApp = TestProcess & {
  url: string;
  dataDir: string;
  environment: Environment;
  /** What it said of itself when it was ready, line by line. */
  announced: string[];
};

type Launch = { spawn: typeof spawnProcess; dataDir: string; environment?: Environment };

/** Starts it on a free port, unless the environment names one, and waits until it answers. */
export async function launchApp({ spawn, dataDir, environment = {} }: Launch): Promise<RunningApp> {
  const port = environment.PORT ?? String(await findFreePort());
  const url = `http://localhost:${port}`;
  const settings = { LOG_LEVEL: "error", ...environment, PORT: port };
  const app = spawn("server.ts", [], { ...settings, DATA_DIR: dataDir });
  if ((await app.line()) === null) throw new Error(`The server at ${url} did not start: ${app.errors()}`);
  // What it says of itself is one write: once it answers, all of it is here.
  await fetch(`${url}/healthz`);
  return { ...app, url, dataDir, environment: settings, announced: app.said().trimEnd().split("\n") };
}

/** Ends it as a power cut would, and starts it again on the same data and port. */
export async function killAndRestart(spawn: Launch["spawn"], app: RunningApp): Promise<RunningApp> {
  await app.end("SIGKILL");
  return launchApp({ spawn, dataDir: app.dataDir, environment: app.environment });
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
