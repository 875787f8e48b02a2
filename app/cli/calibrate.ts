import { exactAgreement, weightedKappa } from "#app/domain/grading/agreement.ts";
import { calibrateScenario, type ScenarioAgreement } from "#app/services/grading/calibrate.server.ts";
import { readArguments, readGrader, requireScenarios } from "./arguments.ts";
import type { Command } from "./command.ts";

const usage = "calibrate [slug…] [--grader offline|anthropic]";

function show(value: number | null): string {
  return value === null ? "undefined" : value.toFixed(2);
}

function describe(results: readonly ScenarioAgreement[]): string {
  const lines = results.flatMap(({ scenario, exact, weightedKappa: kappa, answers }) => [
    `${scenario}: weighted kappa ${show(kappa)}, same verdict ${show(exact)} (author labels)\n`,
    ...answers.map(({ name, score, band, labelledBand, reason }) => {
      const outcome = score === null ? `not graded: ${reason}` : `${score}, ${band}`;
      return `  ${name.padEnd(28)} ${outcome.padEnd(22)} labelled ${labelledBand}\n`;
    }),
  ]);
  return lines.join("");
}

export const calibrate: Command = {
  usage,
  does: "grades every calibration answer and compares with its labels",
  async run(args) {
    const { values, positionals } = readArguments(args, { grader: { type: "string" } }, usage);
    const grader = readGrader(values.grader);
    const results: ScenarioAgreement[] = [];
    for (const entry of await requireScenarios(positionals)) results.push(await calibrateScenario(grader, entry));
    const pairs = results.flatMap((result) => result.pairs);
    const answers = results.flatMap((result) => result.answers);
    const [exact, kappa] = [exactAgreement(pairs), weightedKappa(pairs)];
    const everyAnswerGraded = answers.length > 0 && answers.every(({ status }) => status === "graded");
    return {
      exitCode: everyAnswerGraded ? 0 : 1,
      json: {
        answers: answers.length,
        exact,
        weightedKappa: kappa,
        byScenario: results.map((result) => ({
          scenario: result.scenario,
          exact: result.exact,
          weightedKappa: result.weightedKappa,
          verdicts: result.pairs.length,
          answers: result.answers,
        })),
        disagreements: results.flatMap((result) => result.disagreements),
      },
      text: `${describe(results)}\nAll: weighted kappa ${show(kappa)}, same verdict ${show(exact)} over ${pairs.length} author labels\n`,
    };
  },
};
