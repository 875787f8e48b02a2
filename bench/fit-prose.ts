import { readdir, readFile, writeFile } from "node:fs/promises";
import { classOf, kindCount, kindOfClass, packTable, proseClasses } from "#app/domain/text/prose.ts";
import { sentencesIn, wordsIn } from "#app/domain/text/words.ts";

// Counts the word-order tables of app/domain/text/prose.ts on the short answers and model answers of test/data.

const files = ["saf-en", "beetle", "scientsbank"].map((name) => `test/data/${name}.train.jsonl`);
const size = proseClasses.length;
const start = proseClasses.indexOf("#start");
const smoothing = 4;
/** A string of terms has a joining word now and then. */
const listSlack = 0.04;

const texts = new Set<string>();
for (const file of files) {
  for (const line of (await readFile(file, "utf8")).trim().split("\n")) {
    const { answer, references } = JSON.parse(line) as { answer: string; references: string[] };
    for (const text of [answer, ...references]) texts.add(text);
  }
}
// The project's own pages bring the field's words, and longer sentences than an answer has.
for (const page of (await readdir("content")).filter((name) => name.endsWith(".md"))) {
  for (const paragraph of (await readFile(`content/${page}`, "utf8")).split(/\n\s*\n/)) {
    const plain = paragraph.replaceAll(/[*_]|!?\[([^\]]*)\]\([^)]*\)/g, "$1").trim();
    if (/^[A-Z"][^|`<>{}=]{60,}[.!?]$/.test(plain)) texts.add(plain);
  }
}
const pairs = new Float64Array(size * size);
const singles = new Float64Array(size).fill(1);
const triples = new Float64Array(kindCount ** 3);
for (const text of texts) {
  for (const span of sentencesIn(text)) {
    const words = wordsIn(text, span);
    let [before, beforeThat] = [start, start];
    for (const [nth, word] of words.entries()) {
      const last = words[nth - 1];
      const isFirst = !last || /[,;:.!?()\n\u2013\u2014]/.test(text.slice(last.end, word.start));
      const now = classOf(word.text);
      if (isFirst) [before, beforeThat] = [start, start];
      pairs[before * size + now]! += 1;
      triples[(kindOfClass(beforeThat) * kindCount + kindOfClass(before)) * kindCount + kindOfClass(now)]! += 1;
      [beforeThat, before] = [before, now];
      singles[now]! += 1;
    }
  }
}
process.stdout.write(`${texts.size} texts\n`);
const total = singles.reduce((sum, count) => sum + count, 0);
const anywhere = singles.map((count) => Math.log(count / total));
const after = new Float64Array(size * size);
for (let before = 0; before < size; before += 1) {
  const row = pairs.slice(before * size, (before + 1) * size);
  const seen = row.reduce((sum, count) => sum + count, 0);
  for (let now = 0; now < size; now += 1) {
    after[before * size + now] = Math.log(
      (row[now]! + smoothing * Math.exp(anywhere[now]!) * 5) / (seen + smoothing * 5),
    );
  }
}
const terms = singles.map((count, place) => (proseClasses[place]!.startsWith("#") ? count : 0));
const ofTerms = terms.reduce((sum, count) => sum + count, 0);
const inList = singles.map((_, place) =>
  Math.log((1 - listSlack) * (terms[place]! / ofTerms) + listSlack * Math.exp(anywhere[place]!)),
);
/** Ratios seen seldom are held near 1. */
const seldom = 12;
const afterTwo = new Float64Array(kindCount ** 3);
for (let second = 0; second < kindCount; second += 1) {
  const row = Array.from({ length: kindCount }, (_, now) =>
    Array.from({ length: kindCount }, (_, first) => triples[(first * kindCount + second) * kindCount + now]!).reduce(
      (sum, count) => sum + count,
      0.5,
    ),
  );
  const ofSecond = row.reduce((sum, count) => sum + count, 0);
  for (let first = 0; first < kindCount; first += 1) {
    const from = (first * kindCount + second) * kindCount;
    const seen = triples.slice(from, from + kindCount).reduce((sum, count) => sum + count, 0);
    for (let now = 0; now < kindCount; now += 1) {
      const expected = row[now]! / ofSecond;
      afterTwo[from + now] = Math.log((triples[from + now]! + seldom * expected) / (seen + seldom) / expected);
    }
  }
}
const packed = packTable({ after, anywhere, inList, afterTwo });
const lines = packed.match(/.{1,110}/gs) ?? [];
await writeFile(
  "app/domain/text/prose-table.ts",
  `/** Written by bench/fit-prose.ts: the tables of prose.ts, one character a probability. */\nexport const proseTable =\n  ${lines.map((line) => JSON.stringify(line)).join(" +\n  ")};\n`,
);
