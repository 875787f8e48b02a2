import type { LintFinding } from "#app/domain/authoring/lint/lint-finding.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { checkLibrary } from "#app/services/library/check-library.server.ts";
import { readArguments } from "./arguments.ts";
import { UsageError, type Command } from "./command.ts";

const usage = "check [dir…] [--lint]";

function line({ file, field, message, severity }: Problem): string {
  return `${severity}  ${file}  ${field}: ${message}`;
}

function findingLines(finding: LintFinding): string {
  return `${line(finding)}\n    ${finding.rule}: ${finding.why} ${finding.fix}\n`;
}

export const check: Command = {
  usage,
  does: "validates scenarios, rubrics, calibration, study pages and the ledger; --lint says what rubrics could do better",
  async run(args) {
    const { positionals, values } = readArguments(args, { lint: { type: "boolean" } }, usage);
    const result = await checkLibrary(positionals, { lint: values.lint ?? false });
    if (!result.ok) throw new UsageError(result.message);
    const { scenarios, pages, figures, problems, findings } = result;
    const lines = [...problems.map((problem) => `${line(problem)}\n`), ...findings.map(findingLines)];
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const warnings = problems.length - errors + findings.length;
    const summary = `${scenarios} scenarios, ${pages} study pages, ${figures} figures: ${errors} errors, ${warnings} warnings\n`;
    return {
      exitCode: errors > 0 ? 1 : 0,
      json: { scenarios, pages, figures, problems, ...(values.lint && { findings }) },
      text: [...lines, summary].join(""),
    };
  },
};
