import { readdir, readFile, writeFile } from "node:fs/promises";
import { wordsIn } from "#app/domain/text/words.ts";

// Counts how ordinary each word is in what anybody says about systems of this kind and in short answers to other
// questions, for app/domain/grading/foreign/. No answer to a scenario is read.

const files = ["saf-en", "beetle", "scientsbank"].map((name) => `test/data/${name}.train.jsonl`);
/** Thousands of pupils answer the same few questions. */
const weightOfAnswers = 0.2;
const fewest = 2;

type Counted = { count: number; forms: Map<string, number> };
const counted = new Map<string, Counted>();

function count(text: string, weight: number): void {
  for (const { key, text: form, isFunctionWord } of wordsIn(text)) {
    if (isFunctionWord || !/^([a-z]+|\d+)$/.test(form)) continue;
    const entry = counted.get(key) ?? { count: 0, forms: new Map<string, number>() };
    entry.count += weight;
    entry.forms.set(form, (entry.forms.get(form) ?? 0) + weight);
    counted.set(key, entry);
  }
}

for (const page of (await readdir("content")).filter((name) => name.endsWith(".md"))) {
  count(await readFile(`content/${page}`, "utf8"), 1);
}
for (const file of files) {
  for (const line of (await readFile(file, "utf8")).trim().split("\n")) {
    const { question, answer } = JSON.parse(line) as { question: string; answer: string };
    count(`${question} ${answer}`, weightOfAnswers);
  }
}

/** Halves of powers of two, so that one figure serves many words. */
const byStep = new Map<number, string[]>();
for (const { count: times, forms } of counted.values()) {
  if (times < fewest) continue;
  const step = Math.round(2 * Math.log2(times));
  const form = [...forms].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? "";
  byStep.set(step, [...(byStep.get(step) ?? []), form]);
}

const lines: string[] = [];
for (const [step, forms] of [...byStep].toSorted(([a], [b]) => a - b)) {
  let line = `  ${step}:`;
  for (const form of forms.toSorted()) {
    if (line.length + form.length > 118) {
      lines.push(line);
      line = `  ${step}:`;
    }
    line += ` ${form}`;
  }
  lines.push(line);
}
await writeFile(
  "app/domain/grading/evidence/foreign/ordinary-table.ts",
  `/** Written by bench/fit-ordinary.ts: words by how often they are said, in steps of the square root of two. */\nexport const ordinaryTable = \`\n${lines.join("\n")}\n\`;\n`,
);
process.stdout.write(`${[...byStep.values()].flat().length} words, ${lines.length} lines\n`);
