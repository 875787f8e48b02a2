import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { makeDirectory } from "#test/support/directory.ts";
import { startProcess } from "#test/support/process.ts";
import { killAndRestart } from "#test/support/launch-app.ts";
import { startApp } from "#test/support/running-app.ts";

// The built application as an operator meets it: how it starts, how it refuses to, and how it ends.

function start(environment: Record<string, string>) {
  return startProcess("server.ts", [], { LOG_LEVEL: "silent", ...environment });
}

test("it says where it is, where the data lie and which grader is active, and answers", async () => {
  const dataDir = await makeDirectory();
  const server = await startApp(dataDir);
  expect(server.announced[0]).toContain(`ready at ${server.url}`);
  expect(server.announced[1]).toContain(dataDir);
  expect(server.announced[2]).toMatch(/offline.*ANTHROPIC_API_KEY switches/);
  const health = await fetch(`${server.url}/healthz`);
  expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);
});

test("asked to stop, it ends cleanly within ten seconds though a page still listens, and starts again", async () => {
  const dataDir = await makeDirectory();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const server = await startApp(dataDir);
    await fetch(`${server.url}/healthz`);
    expect(await server.end(signal)).toBe(0);
  }
});

test("a second process on the same data is refused in one line that names the first", async () => {
  const dataDir = await makeDirectory();
  const first = await startApp(dataDir);
  const second = start({ DATA_DIR: dataDir, PORT: "0" });
  expect(await second.exited).toBe(1);
  expect(second.errors().trim().split("\n")).toHaveLength(1);
  expect(second.errors()).toContain(`in use by process ${first.pid}`);
  expect(second.errors()).toContain(first.url);
});

test("after SIGKILL the same data open again at once", async () => {
  const dataDir = await makeDirectory();
  const again = await killAndRestart(startProcess, await startApp(dataDir));
  expect((await fetch(`${again.url}/healthz`)).status).toBe(200);
});

test("a port that is taken is one line that names the port and PORT", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as AddressInfo;
  const server = start({ DATA_DIR: await makeDirectory(), PORT: String(port) });
  expect(await server.exited).toBe(1);
  expect(server.errors()).toMatch(new RegExp(`^Port ${port} is in use: .*PORT=${port + 1}.*\\n$`));
  taken.close();
});

test("wrong settings are named, one line each, before anything is opened", async () => {
  const server = start({ DATA_DIR: await makeDirectory(), PORT: "x", GRADER: "anthropic", ANTHROPIC_API_KEY: "" });
  expect(await server.exited).toBe(1);
  expect(server.errors()).toBe('PORT is "x", but must be a port from 0 to 65535.\n');
});

test("a database that cannot be reached is said so", async () => {
  const server = start({ DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing", PORT: "0" });
  expect(await server.exited).toBe(1);
  expect(server.errors()).toMatch(
    /^The database could not be brought up to date\. Can't reach database server at `127\.0\.0\.1:1`.*\n$/,
  );
});
