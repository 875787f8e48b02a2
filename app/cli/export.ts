import { writeScenarios } from "#app/services/authoring/files/operate-scenarios.server.ts";
import { readArguments } from "./arguments.ts";
import { UsageError, type Command } from "./command.ts";

const usage = "export scenarios <dir or zip> [--organisation handle]";

export const exportCommand: Command = {
  usage,
  does: "writes the scenario drafts of an organisation as folders or a zip",
  async run(args) {
    const { positionals, values } = readArguments(args, { organisation: { type: "string" } }, usage);
    const [what, target, ...others] = positionals;
    if (what !== "scenarios" || !target || others.length > 0) throw new UsageError(`Usage: tradeoff ${usage}`);
    const written = await writeScenarios({ handle: values.organisation ?? null, target });
    if (!written.ok) throw new UsageError(written.message);
    const { organisation, scenarios } = written;
    const lines = scenarios.map((slug) => `${slug}\n`);
    return {
      exitCode: 0,
      json: { organisation, target, scenarios },
      text: [...lines, `${scenarios.length} scenarios of ${organisation} are in ${target}\n`].join(""),
    };
  },
};
