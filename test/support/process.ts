import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach } from "vitest";

// Real processes for what only real processes can show: locks, kills, races.

export type TestProcess = {
  pid: number;
  /** The next line of standard output, or null when there is no more. */
  line: () => Promise<string | null>;
  /** Everything it has said on standard error so far. */
  errors: () => string;
  /** Its exit code once it is gone, or null if a signal ended it. */
  exited: Promise<number | null>;
  /** Ends the process with the signal and waits until it is gone. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
};

const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

/** Runs a TypeScript file in a process of its own; it is killed after the test if it is still there. */
export function startProcess(script: string, args: string[], environment: Record<string, string> = {}): TestProcess {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const exited = once(child, "close").then(([code]: (number | null)[]) => {
    running.delete(child);
    return code ?? null;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid ?? 0,
    line: async () => {
      const next = await lines.next();
      return next.done ? null : next.value;
    },
    errors: () => errors,
    exited,
    end: (signal = "SIGKILL") => {
      child.kill(signal);
      return exited;
    },
  };
}
