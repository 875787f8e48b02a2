import { readFile } from "node:fs/promises";
import { z } from "zod";
import {
  medianQuestionPearson,
  pearson,
  rootMeanSquaredError,
  weightedKappaOfScores,
} from "#app/domain/grading/short-answer/correlation.ts";
import { scoreAnswers, type ShortAnswer } from "#app/domain/grading/short-answer/short-answer.ts";
import { readArguments } from "./arguments.ts";
import { UsageError, type Command } from "./command.ts";

const usage = "bench <file.jsonl> [--scores]";

const LineSchema = z.object({
  question: z.string(),
  references: z.union([z.string(), z.array(z.string()).min(1, "must hold at least one model answer")]),
  answer: z.string(),
  score: z.number().min(0).max(1).nullish(),
});

type Line = ShortAnswer & { score: number | null; place: string };

function parseLine(text: string, place: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${place} is not JSON.`);
  }
  const parsed = LineSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join(".") || "the line";
    throw new UsageError(`${place}, ${field}: ${issue?.message ?? "is not as expected"}.`);
  }
  const { question, references, answer, score } = parsed.data;
  return {
    question,
    answer,
    references: typeof references === "string" ? [references] : references,
    score: score ?? null,
    place,
  };
}

async function readLines(path: string): Promise<Line[]> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new UsageError(`${path} cannot be read.`);
  });
  const numbered = text
    .split("\n")
    .map((line, at) => ({ line: line.replace(/^\ufeff/, ""), place: `${path} line ${at + 1}` }));
  const lines = numbered.filter(({ line }) => line.trim() !== "").map(({ line, place }) => parseLine(line, place));
  if (lines.length === 0) throw new UsageError(`${path} holds no lines.`);
  return lines;
}

function requireScores(lines: readonly Line[]): number[] {
  return lines.map(({ score, place }) => {
    if (score === null) throw new UsageError(`${place}, score: missing; --scores does without.`);
    return score;
  });
}

const show = (value: number | null) => (value === null ? "undefined" : value.toFixed(3));

/**
 * Scores short answers with the offline grader's core, by the shipped weights and nothing that the file's scores say. Of
 * the file it counts only how rare words are. `qwk` is quadratically weighted kappa on the five steps 0, 0.25, … 1.
 */
export const bench: Command = {
  usage,
  does: "scores human-graded short answers and compares with their scores",
  async run(args) {
    const { values, positionals } = readArguments(args, { scores: { type: "boolean" } }, usage);
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError(`Name one file. Usage: tradeoff ${usage}`);
    const lines = await readLines(path);
    const wanted = values.scores ? null : requireScores(lines);
    const startedAt = performance.now();
    const given = scoreAnswers(lines);
    const msPerAnswer = (performance.now() - startedAt) / lines.length;
    if (wanted === null) {
      return { exitCode: 0, json: given, text: given.map((score) => `${score}\n`).join("") };
    }
    const figures = {
      n: lines.length,
      pearson: pearson(given, wanted),
      rmse: rootMeanSquaredError(given, wanted),
      qwk: weightedKappaOfScores(given, wanted),
      medianQuestionPearson: medianQuestionPearson(
        lines.map(({ question }) => question),
        given,
        wanted,
      ),
      msPerAnswer,
    };
    return {
      exitCode: 0,
      json: figures,
      text:
        `${lines.length} answers: Pearson ${show(figures.pearson)}, RMSE ${show(figures.rmse)}, ` +
        `weighted kappa ${show(figures.qwk)}, median Pearson of a question ${show(figures.medianQuestionPearson)}, ` +
        `${msPerAnswer.toFixed(2)} ms an answer\n`,
    };
  },
};
