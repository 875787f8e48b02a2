import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bench } from "#app/cli/bench.ts";
import { UsageError } from "#app/cli/command.ts";
import { makeDirectory } from "#test/support/directory.ts";

async function writeLines(lines: readonly unknown[]): Promise<string> {
  const path = join(await makeDirectory(), "answers.jsonl");
  await writeFile(path, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return path;
}

async function refusalOf(...args: string[]): Promise<string> {
  const refused = await bench.run(args).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refused instanceof UsageError)) throw new Error(`Expected wrong usage, got ${String(refused)}`);
  expect(refused.message).not.toContain("\n");
  return refused.message;
}

const question = "What does a queue do?";
const reference = "A queue removes the element that was added first.";
const good = { question, references: [reference], answer: "It takes out the element that was added first.", score: 1 };
const middling = { question, references: [reference], answer: "It removes an element.", score: 0.5 };
const bad = { question, references: [reference], answer: "The sky is blue.", score: 0 };

test("figures are given for answers with scores, as the table of commands has them", async () => {
  const { exitCode, json, text } = await bench.run([await writeLines([good, middling, bad])]);
  expect(exitCode).toBe(0);
  expect(Object.keys(json as object)).toEqual("n pearson rmse qwk medianQuestionPearson msPerAnswer".split(" "));
  expect(json).toMatchObject({ n: 3, pearson: expect.any(Number), medianQuestionPearson: null });
  expect((json as { pearson: number }).pearson).toBeGreaterThan(0.8);
  expect(text).toContain("3 answers: Pearson 0.");
});

test("with --scores there is one score a line, in the order of the file, and no scores are needed in it", async () => {
  const path = await writeLines([bad, { ...good, score: undefined }, { ...middling, score: null }]);
  const { json, text } = await bench.run([path, "--scores"]);
  const scores = json as number[];
  expect(scores).toHaveLength(3);
  expect(scores[1]).toBeGreaterThan(scores[2] ?? 1);
  expect(scores[2]).toBeGreaterThan(scores[0] ?? 1);
  expect(text.trim().split("\n").map(Number)).toEqual(scores);
});

test("one model answer may stand by itself, and empty lines do not count", async () => {
  const path = await writeLines([{ ...good, references: reference }, "", good]);
  const { json } = await bench.run([path, "--scores"]);
  const [alone, listed] = json as number[];
  expect(alone).toBe(listed);
});

test("scores in the file change nothing", async () => {
  const turned = [good, middling, bad].map((line) => ({ ...line, score: 1 - line.score }));
  const first = await bench.run([await writeLines([good, middling, bad]), "--scores"]);
  expect((await bench.run([await writeLines(turned), "--scores"])).json).toEqual(first.json);
});

test("figures that are not defined are null", async () => {
  const { json } = await bench.run([await writeLines([good])]);
  expect(json).toMatchObject({ n: 1, pearson: null, qwk: expect.toBeOneOf([null, 0]), medianQuestionPearson: null });
});

test("what is wrong with a line is told with file, line and field", async () => {
  const place = async (line: unknown) => {
    const path = await writeLines([good, line]);
    return (await refusalOf(path)).replace(path, "FILE");
  };
  expect(await place("{ not json")).toBe("FILE line 2 is not JSON.");
  expect(await place({ ...good, answer: 7 })).toMatch(/^FILE line 2, answer: .*string/);
  expect(await place({ ...good, references: [] })).toMatch(/^FILE line 2, references: /);
  expect(await place({ ...good, score: 5 })).toMatch(/^FILE line 2, score: /);
  expect(await place({ references: [reference], answer: "x", score: 1 })).toMatch(/^FILE line 2, question: /);
  expect(await place([1, 2])).toMatch(/^FILE line 2, the line: /);
});

test("a score that is missing is told where figures need it", async () => {
  const path = await writeLines([good, { ...bad, score: undefined }]);
  expect(await refusalOf(path)).toBe(`${path} line 2, score: missing; --scores does without.`);
});

test("an empty file, an unknown path and wrong arguments are refused", async () => {
  const empty = await writeLines(["", " "]);
  expect(await refusalOf(empty)).toBe(`${empty} holds no lines.`);
  expect(await refusalOf("nowhere.jsonl")).toBe("nowhere.jsonl cannot be read.");
  expect(await refusalOf()).toBe("Name one file. Usage: tradeoff bench <file.jsonl> [--scores]");
  expect(await refusalOf("a", "b")).toContain("Name one file.");
  expect(await refusalOf("a", "--fast")).toContain("Usage: tradeoff bench");
});
