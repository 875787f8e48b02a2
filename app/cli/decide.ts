import { readFile } from "node:fs/promises";
import { describeLead, explainDisagreement } from "#app/domain/simulator/decide/disagreement.ts";
import { enumerate, isDecided, judgeAll } from "#app/domain/simulator/decide/evaluate.ts";
import { findFaultLines } from "#app/domain/simulator/decide/fault-lines.ts";
import { enumerableProcedures, procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { parseSituation, type Situation } from "#app/domain/simulator/decide/situation.ts";
import { readArguments } from "./arguments.ts";
import { UsageError, type Command, type Outcome } from "./command.ts";
import { oneLine } from "./preset-arguments.ts";

const usage = "decide --facts <file.json> | --enumerate <procedure>";

async function readSituation(path: string): Promise<Situation> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new UsageError(`${path} cannot be read.`);
  });
  const parsed = parseSituation(readJson(path, text));
  if (parsed.ok) return parsed.situation;
  const field = parsed.field === null ? "the file" : oneLine(parsed.field);
  throw new UsageError(`${path}: ${field} ${parsed.message}.`);
}

function readJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${oneLine(error instanceof Error ? error.message : String(error))}.`);
  }
}

async function decideFacts(path: string): Promise<Outcome> {
  const situation = await readSituation(path);
  const result = judgeAll(procedures, situation);
  const verdicts = result.procedures.map(({ id, verdict }) => `  ${id.padEnd(20)} ${verdict}\n`);
  const leads = explainDisagreement(result.procedures).flatMap((camp) =>
    camp.leads.map((lead) => `- ${describeLead(lead)}\n`),
  );
  const faults = findFaultLines(situation).map(({ says, sources }) => `! ${says} (${sources.join(", ")})\n`);
  const someDecide = result.procedures.some(({ verdict }) => isDecided(verdict));
  const said = result.agree ? "All that decide agree.\n" : someDecide ? "They do not agree.\n" : "None decides.\n";
  return { exitCode: 0, json: result, text: [...verdicts, said, "\n", ...leads, ...faults].join("") };
}

function enumerateProcedure(id: string): Outcome {
  const procedure = enumerableProcedures.find((candidate) => candidate.id === id);
  if (!procedure) {
    const known = enumerableProcedures.map((candidate) => candidate.id).join(", ");
    throw new UsageError(`There is no procedure ${oneLine(id)}. There are ${known}.`);
  }
  const result = enumerate(procedure);
  const counts = Object.entries(result.verdicts).map(([verdict, count]) => `  ${verdict.padEnd(10)} ${count}\n`);
  return { exitCode: 0, json: result, text: [`${result.inputs} inputs\n`, ...counts].join("") };
}

export const decide: Command = {
  usage,
  does: "runs the published decision procedures",
  async run(args) {
    const options = { facts: { type: "string" }, enumerate: { type: "string" } } as const;
    const { values, positionals } = readArguments(args, options, usage);
    if (positionals.length > 0 || (values.facts === undefined) === (values.enumerate === undefined)) {
      throw new UsageError(`Give either --facts or --enumerate. Usage: tradeoff ${usage}`);
    }
    if (values.facts !== undefined) return decideFacts(values.facts);
    return enumerateProcedure(values.enumerate ?? "");
  },
};
