import { mkdtemp, readdir, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { makeDirectory } from "#test/support/directory.ts";
import { visitOverHttp } from "#test/support/http-visitor.ts";
import { killAndRestart, type RunningApp } from "#test/support/launch-app.ts";
import { startProcess } from "#test/support/process.ts";
import { startApp } from "#test/support/running-app.ts";

// The built application as an operator meets it: how it starts, how it refuses to, and how it ends.

let dataDir = "";
let app: RunningApp;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "tradeoff-"));
  app = await startApp(dataDir);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

function start(environment: Record<string, string>) {
  return startProcess("server.ts", [], { LOG_LEVEL: "silent", ...environment });
}

/** A port where connections are taken and nothing is ever said. */
async function listenInSilence(): Promise<number> {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void silent.close());
  return (silent.address() as AddressInfo).port;
}

test("it says where it is, where the data lie and which grader is active, and answers", async () => {
  expect(app.announced[0]).toContain(`ready at ${app.url}`);
  expect(app.announced[1]).toContain(dataDir);
  expect(app.announced[2]).toMatch(/offline.*ANTHROPIC_API_KEY switches/);
  const migrations = (await readdir("prisma/migrations")).filter((name) => !name.includes(".")).sort();
  const applied = migrations.map((name) => `  note     applied the migration ${name}`);
  expect(migrations.length).toBeGreaterThan(3);
  expect(app.announced.filter((line) => line.startsWith("  note"))).toEqual(applied);
  const health = await fetch(`${app.url}/healthz`);
  expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);
});

test("a second process on the same data is refused in one line that names the first", async () => {
  const second = start({ DATA_DIR: dataDir, PORT: "0" });
  expect(await second.exited).toBe(1);
  expect(second.errors().trim().split("\n")).toHaveLength(1);
  expect(second.errors()).toContain(`in use by process ${app.pid}`);
  expect(second.errors()).toContain(app.url);
});

test("asked to stop, it ends cleanly though a page still listens, and the same data open again, also after SIGKILL", async () => {
  const own = await makeDirectory();
  const first = await startApp(own, {
    ANTHROPIC_API_KEY: "key-that-opens-nothing",
    ANTHROPIC_BASE_URL: `http://127.0.0.1:${await listenInSilence()}`,
  });
  const guest = visitOverHttp(first.url);
  const sessionId = await guest.start();
  await guest.answer(sessionId, { text: "Retrieval, because the articles change every week." });
  const listening = await guest.get(`/sessions/${sessionId}/question`);
  expect(listening.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(await first.end("SIGTERM")).toBe(0);

  const again = await killAndRestart(startProcess, await startApp(own));
  expect((await fetch(`${again.url}/healthz`)).status).toBe(200);
  expect(await again.end("SIGINT")).toBe(0);
});

test("a port that is taken is one line that names the port and PORT", async () => {
  const port = await listenInSilence();
  const server = start({ DATA_DIR: await makeDirectory(), PORT: String(port) });
  expect(await server.exited).toBe(1);
  expect(server.errors()).toMatch(new RegExp(`^Port ${port} is in use: .*PORT=${port + 1}.*\\n$`));
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
    /^The database could not be brought up to date\. The database server at 127\.0\.0\.1:1 cannot be reached: .*\n$/,
  );
});
