import type { Contradiction } from "#app/domain/content/contradiction.ts";
import type { Term } from "#app/domain/content/glossary.ts";
import { parseStudyPage } from "#app/domain/content/parse.ts";
import type { StudyPage } from "#app/domain/content/schema.ts";
import type { VectorTable } from "#app/domain/retrieval/dense.ts";
import { buildRetrievalIndex, placeVectors, type RetrievalIndex } from "#app/domain/retrieval/index-material.ts";
import { makePassages, type Material, type Passage } from "#app/domain/retrieval/passage.ts";
import { wordsIn } from "#app/domain/text/words.ts";

// A little material of four pages, a term and a contradiction, and vectors that a reader can follow.

const front = (title: string) =>
  `---\ntitle: "${title}"\nkeyIdea: "One idea."\npart: start\norder: 1\nminutes: 2\nsources: []\n---\n\n`;

export const retrievalPages = {
  caching: `${front("Caches")}Copies of answers age.

## Exact and semantic

A cache whose key is a hash of the wording finds only the same wording again [S0:253]. A semantic cache compares the meaning of two questions.

\`\`\`mermaid
flowchart LR
  Q["Query"] --> K["Key"]
\`\`\`

## When a cache lies

A stored reply goes on after its article was corrected [S0:54, S0:182]. Give every entry a lifetime.

| Repair | Effort | Catches |
|---|---|---|
| A lifetime | low | everything, late |
| Versions | high | every edit [S0:60] |

## Check yourself

- Why does a hash miss?

  Because it compares the wording.
`,
  latency: `${front("Latency")}## Where the time goes

Generation takes 1,400 ms of the whole 1,455 ms [S0:52]. Reranking takes 35 ms. Tuning the reranker therefore saves next to nothing.

## Percentiles do not add

The 95th percentile of a sum is less than the sum of the 95th percentiles.
`,
  training: `${front("Training data")}## How many examples

Below five hundred labelled examples, do not train yet [S0:405]. Fifty show that an idea is alive.
`,
} as const;

function parsePage(slug: string, text: string): StudyPage {
  const { page, problems } = parseStudyPage({ file: `${slug}.md`, text });
  if (!page) throw new Error(`The page ${slug} of the tests is wrong: ${JSON.stringify(problems)}`);
  return page;
}

const term: Term = {
  id: "bm25",
  term: "BM25",
  kind: "idea",
  also: ["keyword ranking"],
  means: "A ranking by the words that a question and a document share.",
  senses: [],
  sources: ["S1:51"],
  see: [],
};

const contradiction: Contradiction = {
  id: "C13",
  types: ["logic"],
  title: "A break-even analysis without a break-even",
  claim: { text: "The cost function has a break-even.", sources: ["S2:130"] },
  against: { text: "One line starts higher and rises faster.", sources: ["S2:144"] },
  takeaway: "Never is an answer.",
  figures: [],
};

export const retrievalMaterial: Material = {
  pages: Object.entries(retrievalPages).map(([slug, text]) => parsePage(slug, text)),
  terms: [term],
  contradictions: [contradiction],
};

export const retrievalPassages: Passage[] = makePassages(retrievalMaterial);

export const countingModel = "counts-letters";
const dimensions = 64;

/** A vector that says how often groups of words stand in a text: near for shared words, and the same on every machine. */
export function countingVector(text: string): Float32Array {
  const vector = new Float32Array(dimensions).fill(0.01);
  for (const { key } of wordsIn(text)) {
    let place = 7;
    for (const letter of key) place = (place * 31 + letter.charCodeAt(0)) % dimensions;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

export function makeRetrievalIndex(passages: readonly Passage[] = retrievalPassages): RetrievalIndex {
  return buildRetrievalIndex(passages, placeVectors(passages, { model: countingModel, vectorOf: countingVector }));
}

export function tableRows({ rows, dimensions: size }: VectorTable): number[][] {
  return Array.from({ length: rows.length / size }, (_, at) => Array.from(rows.slice(at * size, (at + 1) * size)));
}
