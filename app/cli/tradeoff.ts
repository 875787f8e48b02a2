import { env } from "#app/env.server.ts";
import { attack } from "./attack.ts";
import { bench } from "./bench.ts";
import { calibrate } from "./calibrate.ts";
import { check } from "./check.ts";
import { UsageError, type Command } from "./command.ts";
import { cost } from "./cost.ts";
import { decide } from "./decide.ts";
import { exportCommand } from "./export.ts";
import { grade } from "./grade.ts";
import { importCommand } from "./import.ts";
import { latency } from "./latency.ts";
import { search } from "./search.ts";

const commands: Record<string, Command> = {
  check,
  grade,
  calibrate,
  bench,
  attack,
  search,
  decide,
  cost,
  latency,
  export: exportCommand,
  import: importCommand,
};

function help(): string {
  const lines = Object.values(commands).map(({ usage, does }) => `  ${usage.padEnd(64)} ${does}`);
  return ["tradeoff <command> [--json]", "", ...lines, ""].join("\n");
}

function checkSettings(): void {
  try {
    env();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Standard output may be a pipe that takes its time: the process ends by itself, when all is written. */
async function main([name = "", ...rest]: string[]): Promise<void> {
  if (name === "" || name === "help" || name === "--help") {
    process.stdout.write(help());
    return;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`There is no command ${name}. There are ${Object.keys(commands).join(", ")}.`);
  checkSettings();
  const wantsJson = rest.includes("--json");
  const outcome = await command.run(rest.filter((arg) => arg !== "--json"));
  process.stdout.write(wantsJson ? `${JSON.stringify(outcome.json, null, 2)}\n` : outcome.text);
  process.exitCode = outcome.exitCode;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (!(error instanceof UsageError) && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  process.exitCode = 2;
}
