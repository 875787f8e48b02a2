import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

export type Served = { url: string; startMs: number; stop: () => Promise<void> };

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 3000; tries += 1) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}.`);
    if (await answers(url)) return;
    await wait(50);
  }
  throw new Error("npm start was not ready in time.");
}

/** Runs `npm start` in a directory and waits until it answers; `startMs` is how long that took. */
export async function serve(root: string, dataDir: string): Promise<Served> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: "error",
    ANTHROPIC_API_KEY: "",
  };
  const startedAt = performance.now();
  const child = spawn("npm", ["start"], { cwd: root, env: environment, stdio: "ignore", detached: true });
  const gone = once(child, "exit");
  await untilReady(url, child);
  const startMs = performance.now() - startedAt;
  const stop = async () => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    await gone;
  };
  return { url, startMs, stop };
}
