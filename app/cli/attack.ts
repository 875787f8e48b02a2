import { loadLibrary } from "#app/services/library/load-library.server.ts";
import {
  readAttacks,
  runAttacks,
  summariseAttacks,
  type AttackRun,
  type KindOutcome,
} from "#app/services/grading/run-attacks.server.ts";
import { readArguments, readGrader, requireScenarios } from "./arguments.ts";
import { UsageError, type Command } from "./command.ts";

const usage = "attack [slug…] [--grader offline|anthropic] [--dir test/attacks]";

async function requireAttacks(root: string) {
  const read = await readAttacks(root);
  if (read === null) throw new UsageError(`${root} cannot be read: --dir must name the folder of the attacks.`);
  const [problem] = read.problems;
  if (problem) throw new UsageError(`${root}/${problem.file} ${problem.field}: ${problem.message}.`);
  if (read.attacks.length === 0) throw new UsageError(`${root} holds no attacks: they are Markdown files.`);
  return read.attacks;
}

function describe(outcomes: readonly KindOutcome[], paying: readonly AttackRun[]): string {
  const head = ["kind".padEnd(24), "n".padStart(5), "without".padStart(9), "with".padStart(7), "worst".padStart(7)];
  const lines = outcomes.map(({ kind, n, meanWithout, meanWith, worstGain, paying: count }) =>
    [
      kind.padEnd(24),
      String(n).padStart(5),
      meanWithout.toFixed(1).padStart(9),
      meanWith.toFixed(1).padStart(7),
      (worstGain > 0 ? `+${worstGain}` : String(worstGain)).padStart(7),
      count === 0 ? "  holds" : `  ${count} pay`,
    ].join(""),
  );
  const leaks = paying.map(
    ({ attack, scenario, answer, gain }) =>
      `pays: ${attack} on ${scenario}/${answer}: +${gain.points} (${gain.raised.map(({ criterion, levels }) => `${criterion} +${levels}`).join(", ")}; ${gain.checks.join(", ")})`,
  );
  return `${[head.join(""), ...lines, ...leaks].join("\n")}\n`;
}

export const attack: Command = {
  usage,
  does: "tries the attacks on a grader; 1 if one of them pays",
  async run(args) {
    const options = { grader: { type: "string" }, dir: { type: "string" } } as const;
    const { values, positionals } = readArguments(args, options, usage);
    const grader = await readGrader(values.grader);
    const attacks = await requireAttacks(values.dir ?? "test/attacks");
    const scenarios = await requireScenarios(positionals);
    const { scenarios: library } = await loadLibrary();
    const { runs, untried } = await runAttacks(grader, { scenarios, library, attacks });
    const outcomes = summariseAttacks(runs);
    const paying = runs.filter((run) => run.pays);
    const unsaid = untried.length === 0 ? "" : `${untried.length} could not be tried: ${untried[0]?.reason}\n`;
    return {
      exitCode: paying.length === 0 && untried.length === 0 ? 0 : 1,
      json: { grader: grader.name, attacks: attacks.length, runs: runs.length, kinds: outcomes, paying, untried },
      text: `${describe(outcomes, paying)}${unsaid}`,
    };
  },
};
