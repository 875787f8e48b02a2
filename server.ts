import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { type Env, env } from "#app/env.server.ts";
import { createApp } from "#app/http/express/app.server.ts";
import { log } from "#app/log.server.ts";
import type { shutDown, startUp, StartUpSummary } from "#app/start-up.server.ts";

// The server of production and, with NODE_ENV=development, of development. The application is the one Remix server
// build: what starts and stops it comes out of that build too, so there is one database connection, not two.

process.env.NODE_ENV ??= "production";

type Application = { startUp: typeof startUp; shutDown: typeof shutDown };
type Loaded = {
  application: Application;
  build: ServerBuild | (() => Promise<ServerBuild>);
  vite: RequestHandler | null;
};

const drainMs = 3_000;
const exitMs = 10_000;

async function loadBuilt(): Promise<Loaded> {
  const path = "./build/server/index.js";
  const build = (await import(path)) as ServerBuild;
  return { build, application: applicationOf(build), vite: null };
}

async function loadDevelopment(server: Server): Promise<Loaded> {
  const { createServer: createViteServer } = await import("vite");
  const vite = await createViteServer({
    server: { middlewareMode: true, hmr: { server }, watch: { ignored: ["**/.data/**", "**/build/**"] } },
  });
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return { build, application: applicationOf(await build()), vite: vite.middlewares };
}

function applicationOf(build: ServerBuild): Application {
  return build.entry.module as unknown as Application;
}

async function main(): Promise<void> {
  const settings = env();
  const server = createServer();
  const { application, build, vite } =
    process.env.NODE_ENV === "development" ? await loadDevelopment(server) : await loadBuilt();
  const summary = await application.startUp();
  server.on("request", createApp({ settings, log: log(), build, vite }));
  try {
    await listen(server, settings);
  } catch (error) {
    await application.shutDown();
    throw error;
  }
  announce(settings, server, summary);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void stop(server, application));
  }
  // pg-boss does not wait for its last words on a job: a database that was away for a moment must not end the process.
  process.on("unhandledRejection", (error) => log().error({ err: error }, "a promise was left to itself"));
}

function listen(server: Server, { port, host }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new Error(portInUse(port)) : error);
    });
    server.listen(port, host, resolve);
  });
}

function portInUse(port: number): string {
  return `Port ${port} is in use: stop what listens there, or choose another one, for example PORT=${port + 1} npm start.`;
}

function announce({ appUrl, host }: Env, server: Server, { data, grader, library, mail, notes }: StartUpSummary): void {
  const { port } = server.address() as AddressInfo;
  const lines = [
    `Tradeoff is ready at ${appUrl} (listening on ${host}, port ${port})`,
    `  data     ${data}`,
    `  grader   ${grader}`,
    `  library  ${library}`,
    `  mail     ${mail}`,
    ...notes.map((note) => `  note     ${note}`),
  ];
  console.log(lines.join("\n"));
}

/** Accepts nothing new, lets requests and jobs end, closes the database; ten seconds at most. */
async function stop(server: Server, application: Application): Promise<void> {
  setTimeout(() => process.exit(1), exitMs).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  // What is still open after that is a page that listens to events; it will connect again.
  await Promise.race([closed, wait(drainMs)]);
  server.closeAllConnections();
  await application.shutDown();
  process.exit(0);
}

main().catch((error: unknown) => {
  const wantsDetail = ["debug", "trace"].includes(process.env.LOG_LEVEL ?? "");
  console.error(error instanceof Error && !wantsDetail ? error.message : error);
  process.exit(1);
});
