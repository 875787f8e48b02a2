import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { plainEnvironment } from "#test/support/plain-environment.ts";

export type TestProcess = {
  pid: number;
  /** The next line of standard output, or null when there is no more. */
  line: () => Promise<string | null>;
  /** Everything it has said on standard output so far, and on standard error. */
  said: () => string;
  errors: () => string;
  stderr: Readable;
  /** Its exit code once it is gone, or null if a signal ended it. */
  exited: Promise<number | null>;
  /** Ends the process with the signal and waits until it is gone. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Runs a TypeScript file in a process of its own, which is the caller's to end. */
export function spawnProcess(script: string, args: string[], environment: Record<string, string> = {}): TestProcess {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    env: { ...plainEnvironment(), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = once(child, "close").then(([code]: (number | null)[]) => code ?? null);
  return {
    pid: child.pid ?? 0,
    line: async () => {
      const next = await lines.next();
      return next.done ? null : next.value;
    },
    said: collect(child.stdout),
    errors: collect(child.stderr),
    stderr: child.stderr,
    exited,
    end: (signal = "SIGKILL") => {
      child.kill(signal);
      return exited;
    },
  };
}

function collect(stream: Readable): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (more: string) => (text += more));
  return () => text;
}
