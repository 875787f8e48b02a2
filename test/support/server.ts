import { execFile } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { startProcess, type TestProcess } from "#test/support/process.ts";

export type TestServer = TestProcess & { url: string; announced: string[] };

/** Makes what `npm start` would make. */
export async function buildApplication(): Promise<void> {
  await promisify(execFile)(process.execPath, ["--import", "tsx", "build.ts"]);
}

/** Runs the built application in a process of its own, and waits until it says that it is ready. */
export async function startServer(dataDir: string, environment: Record<string, string> = {}): Promise<TestServer> {
  const port = environment.PORT ?? String(await findFreePort());
  const url = `http://localhost:${port}`;
  const server = startProcess("server.ts", [], {
    NODE_ENV: "production",
    DATA_DIR: dataDir,
    LOG_LEVEL: "silent",
    ...environment,
    PORT: port,
  });
  const announced: string[] = [];
  for (;;) {
    const line = await server.line();
    if (line === null) throw new Error(`The server at ${url} ended before it was ready.`);
    announced.push(line);
    if (line.startsWith("  library")) return { ...server, url, announced };
  }
}

export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
