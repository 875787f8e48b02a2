import { wordsIn } from "#app/domain/text/words.ts";
import type { HumanSet } from "./human-sets.ts";

// What the core is held against: the best model answer by tf-idf cosine and by BM25 (Robertson, k1 1.2, b 0.75), over the
// same stems, with rarity counted on the answers of the set.

const [k1, b] = [1.2, 0.75];

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of wordsIn(text)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

export type Baseline = { name: string; of: (answer: string, references: readonly string[]) => number };

type Baselines = { tfIdf: Baseline; bm25: Baseline; naive: Baseline };

export function baselinesFor({ questions }: HumanSet): Baselines {
  return baselinesOver(questions.flatMap(({ answers }) => answers.map(({ answer }) => answer)));
}

/** Rarity and the mean length are those of the documents. */
export function baselinesOver(documents: readonly string[]): Baselines {
  const frequency = new Map<string, number>();
  let words = 0;
  for (const document of documents) {
    const counts = countsOf(document);
    for (const [key, count] of counts) {
      frequency.set(key, (frequency.get(key) ?? 0) + 1);
      words += count;
    }
  }
  const [total, meanLength] = [documents.length, words / documents.length];
  const rarityOf = (key: string) => {
    const known = frequency.get(key) ?? 0;
    return Math.log(1 + (total - known + 0.5) / (known + 0.5));
  };
  const known = new Map<string, Map<string, number>>();
  const read = (text: string) => {
    let counts = known.get(text);
    if (!counts) known.set(text, (counts = countsOf(text)));
    return counts;
  };
  const bm25 = (answer: string, reference: string) => {
    const counts = countsOf(answer);
    const length = [...counts.values()].reduce((sum, count) => sum + count, 0);
    let score = 0;
    for (const key of read(reference).keys()) {
      const count = counts.get(key) ?? 0;
      score += (rarityOf(key) * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / meanLength));
    }
    return score;
  };
  const lengthOf = (counts: Map<string, number>) =>
    Math.sqrt([...counts].reduce((sum, [key, count]) => sum + (count * rarityOf(key)) ** 2, 0));
  const cosine = (answer: string, reference: string) => {
    const [said, stated] = [countsOf(answer), read(reference)];
    let product = 0;
    for (const [key, count] of stated) product += count * (said.get(key) ?? 0) * rarityOf(key) ** 2;
    const lengths = lengthOf(said) * lengthOf(stated);
    return lengths === 0 ? 0 : product / lengths;
  };
  const naive = (answer: string, reference: string) =>
    Math.min(1, bm25(answer, reference) / (bm25(reference, reference) || 1));
  const best =
    (score: (answer: string, reference: string) => number) => (answer: string, references: readonly string[]) =>
      Math.max(0, ...references.map((reference) => score(answer, reference)));
  return {
    tfIdf: { name: "tf-idf cosine", of: best(cosine) },
    bm25: { name: "BM25", of: best(bm25) },
    naive: { name: "BM25, as a share of the model answer's own", of: best(naive) },
  };
}
