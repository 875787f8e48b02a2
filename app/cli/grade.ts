import { readFile } from "node:fs/promises";
import type { CheckResult, CriterionResult, RedFlagResult } from "#app/domain/grading/grade.ts";
import type { DiagramFinding, NumberFinding } from "#app/domain/grading/findings/findings.ts";
import { gradeTranscript, type GradedTranscript } from "#app/domain/grading/grade-transcript.ts";
import { parseTranscript } from "#app/domain/interview/transcript.ts";
import { listSituations } from "#app/services/library/load-library.server.ts";
import { readArguments, readGrader, requireScenarios } from "./arguments.ts";
import { UsageError, type Command } from "./command.ts";

const usage = "grade <scenario-slug> <transcript.md> [--grader offline|anthropic]";

async function readTranscript(path: string) {
  const text = await readFile(path, "utf8").catch(() => {
    throw new UsageError(`${path} cannot be read.`);
  });
  const { transcript, problems } = parseTranscript(text);
  if (problems.length > 0) throw new UsageError(`${path}: ${problems.join("; ")}.`);
  return transcript;
}

const quoted = ({ quotes }: Pick<CheckResult, "quotes">) => quotes.map(({ text }) => text);

function reportCriterion({ id, competency, level, points, maxPoints, checks }: CriterionResult) {
  const reported = checks.map((check) => {
    const { verdict, reason, confidence } = check;
    return { id: check.id, verdict, quotes: quoted(check), reason, confidence };
  });
  return { id, competency, level, points, maxPoints, checks: reported };
}

function reportNumber({ quote, claimed, computed, verdict }: NumberFinding) {
  return { quote: quote.text, claimed, computed, verdict };
}

function reportDiagram({ kind, analysed, reason, rules }: DiagramFinding) {
  const reported = rules.map(({ rule, verdict, message, lines }) => ({ rule, verdict, message, lines }));
  return { kind, analysed, reason, rules: reported };
}

function reportFlag(flag: RedFlagResult) {
  return { id: flag.id, verdict: flag.verdict, quotes: quoted(flag) };
}

function report(graded: GradedTranscript) {
  const { usage: tokens, costUsd, model } = graded.making;
  const ungraded = graded.status === "ungraded" ? graded : null;
  const result = graded.status === "graded" ? graded.result : null;
  return {
    status: graded.status,
    reason: ungraded && `${ungraded.reason}: ${ungraded.message}`,
    score: result?.score ?? null,
    band: result?.band ?? null,
    criteria: result?.criteria.map(reportCriterion) ?? [],
    redFlags: result?.criteria.flatMap(({ redFlags }) => redFlags.map(reportFlag)) ?? [],
    numbers: result?.findings.numbers.map(reportNumber) ?? [],
    diagrams: result?.findings.diagrams.map(reportDiagram) ?? [],
    flags: result?.flags ?? [],
    usage: { model, tokens, costUsd },
  };
}

function describe(graded: GradedTranscript): string {
  if (graded.status === "ungraded") return `Not graded (${graded.reason}). ${graded.message} This is not a zero.\n`;
  const { score, band, criteria } = graded.result;
  const lines = criteria.flatMap((criterion) => [
    `\n${criterion.id}: level ${criterion.level} of 4, ${criterion.points} of ${criterion.maxPoints} points\n`,
    ...criterion.checks.map(
      ({ id, verdict, quotes }) => `  ${verdict.padEnd(22)} ${id}${quoteLine(quotes[0]?.text)}\n`,
    ),
    ...criterion.redFlags
      .filter(({ verdict }) => verdict === "met")
      .map(({ id, minus, quotes }) => `  red flag, -${minus}`.padEnd(25) + `${id}${quoteLine(quotes[0]?.text)}\n`),
  ]);
  return `${score} of 100, ${band}\n${lines.join("")}${describeNumbers(graded.result.findings.numbers)}${describeDiagrams(graded.result.findings.diagrams)}`;
}

function describeNumbers(numbers: readonly NumberFinding[]): string {
  const wrong = numbers.filter(({ verdict }) => verdict === "wrong");
  if (wrong.length === 0) return "";
  return `\nnumbers\n${wrong.map(({ quote, reason }) => `  ${"wrong".padEnd(22)} ${reason}${quoteLine(quote.text)}\n`).join("")}`;
}

function describeDiagrams(diagrams: readonly DiagramFinding[]): string {
  return diagrams
    .flatMap(({ kind, reason, rules }, at) => [
      `\ndiagram ${at + 1}, ${kind}${reason === null ? "" : `: not analysed. ${reason}`}\n`,
      ...rules.map(({ rule, verdict, message }) => `  ${verdict.padEnd(22)} ${rule}\n${" ".repeat(25)}${message}\n`),
    ])
    .join("");
}

function quoteLine(text: string | undefined): string {
  return text === undefined ? "" : `\n${" ".repeat(25)}“${text.replaceAll(/\s+/g, " ")}”`;
}

export const grade: Command = {
  usage,
  does: "grades one transcript",
  async run(args) {
    const { values, positionals } = readArguments(args, { grader: { type: "string" } }, usage);
    const [slug, path] = positionals;
    if (slug === undefined || path === undefined || positionals.length > 2) {
      throw new UsageError(`Name a scenario and a transcript. Usage: tradeoff ${usage}`);
    }
    const grader = await readGrader(values.grader);
    const [entry] = await requireScenarios([slug]);
    if (!entry) throw new UsageError(`There is no scenario ${slug}.`);
    const transcript = await readTranscript(path);
    const known = await listSituations();
    const graded = await gradeTranscript(grader, { scenario: entry.scenario, transcript, known });
    return {
      exitCode: graded.status === "graded" ? 0 : 1,
      json: { scenario: slug, rubricHash: entry.rubricHash, grader: grader.name, ...report(graded) },
      text: describe(graded),
    };
  },
};
