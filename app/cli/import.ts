import type { ImportedScenario } from "#app/services/authoring/files/import-scenarios.server.ts";
import { takeScenarios } from "#app/services/authoring/files/operate-scenarios.server.ts";
import { readArguments } from "./arguments.ts";
import { UsageError, type Command } from "./command.ts";

const usage = "import <dir or zip> [--organisation handle] [--dry-run]";

function line(imported: ImportedScenario): string {
  const said = "message" in imported ? imported.message : imported.outcome === "same" ? "as it was" : imported.outcome;
  return `${imported.slug}: ${said}\n`;
}

const errorsIn = (problems: readonly { severity: string }[]) =>
  problems.filter(({ severity }) => severity === "error").length;

export const importCommand: Command = {
  usage,
  does: "imports scenarios into the drafts of an organisation",
  async run(args) {
    const options = { organisation: { type: "string" }, "dry-run": { type: "boolean" } } as const;
    const { positionals, values } = readArguments(args, options, usage);
    const [source, ...others] = positionals;
    if (!source || others.length > 0) throw new UsageError(`Usage: tradeoff ${usage}`);
    const taken = await takeScenarios({
      handle: values.organisation ?? null,
      source,
      only: values["dry-run"] ? "look" : null,
    });
    if (!taken.ok) throw new UsageError(taken.message);
    const { organisation, planned, imported, leftOut } = taken;
    const would = planned.map(
      ({ slug, kind, files, problems }) =>
        `${slug}: ${kind}, ${files.length} files differ, ${errorsIn(problems)} problems\n`,
    );
    const left = leftOut.map(({ name, why }) => `left out: ${name} ${why}\n`);
    const failed = imported
      ? imported.some((each) => "message" in each)
      : planned.some(({ kind }) => kind === "taken" || kind === "refused");
    return {
      exitCode: failed ? 1 : 0,
      json: { organisation, planned, imported, leftOut },
      text: [...(imported ? imported.map(line) : would), ...left].join(""),
    };
  },
};
