import { checkLibrary } from "#app/services/library/check-library.server.ts";
import { readArguments } from "./arguments.ts";
import { UsageError, type Command } from "./command.ts";

const usage = "check [dir…]";

export const check: Command = {
  usage,
  does: "validates scenarios, rubrics, calibration, study pages and the ledger",
  async run(args) {
    const { positionals } = readArguments(args, {}, usage);
    const result = await checkLibrary(positionals);
    if (!result.ok) throw new UsageError(result.message);
    const { scenarios, pages, figures, problems } = result;
    const lines = problems.map(({ file, field, message, severity }) => `${severity}  ${file}  ${field}: ${message}\n`);
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const summary = `${scenarios} scenarios, ${pages} study pages, ${figures} figures: ${errors} errors, ${problems.length - errors} warnings\n`;
    return {
      exitCode: errors > 0 ? 1 : 0,
      json: { scenarios, pages, figures, problems },
      text: [...lines, summary].join(""),
    };
  },
};
