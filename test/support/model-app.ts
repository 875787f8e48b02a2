import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { Reply } from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { killAndRestart, launchApp, type RunningApp } from "#test/support/launch-app.ts";
import { spawnProcess } from "#test/support/spawn-process.ts";

type AnthropicServer = Awaited<ReturnType<typeof startAnthropicServer>>;

export type ModelApp = {
  url: () => string;
  dataDir: () => string;
  /** What the model answers next; after that it answers sensibly. */
  reply: (...next: Reply[]) => void;
  received: () => AnthropicServer["received"];
  killAndRestart: () => Promise<void>;
  end: () => Promise<unknown>;
};

/**
 * An application with a key, for all tests of a file, and the model it talks to: a server on a real socket that speaks
 * Anthropic's API. `paceMs` is the pause between the pieces of a reply that is slow enough to watch. A model that is silent
 * for `idleMs` is asked again: short where a test waits for it, long where asking again would be a fault.
 */
export function useModelApp({ paceMs = 0, idleMs = 1_000 }: { paceMs?: number; idleMs?: number } = {}): ModelApp {
  let model: AnthropicServer | undefined;
  let app: RunningApp | undefined;
  let home = "";
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "tradeoff-"));
    model = await startAnthropicServer({ paceMs });
    const environment = {
      ANTHROPIC_API_KEY: "key-that-opens-nothing",
      ANTHROPIC_BASE_URL: model.url,
      GRADING_IDLE_MS: String(idleMs),
      GRADING_DEADLINE_MS: "60000",
    };
    app = await launchApp({ spawn: spawnProcess, dataDir: join(home, "data"), environment });
  });
  afterAll(async () => {
    await app?.end();
    await model?.close();
    await rm(home, { recursive: true, force: true });
  });
  const running = () => {
    if (!app || !model) throw new Error("The application is started before the first test of a file.");
    return { app, model };
  };
  return {
    url: () => running().app.url,
    dataDir: () => running().app.dataDir,
    reply: (...next) => running().model.reply(...next),
    received: () => running().model.received,
    killAndRestart: async () => {
      app = await killAndRestart(spawnProcess, running().app);
    },
    end: () => running().app.end("SIGTERM"),
  };
}
