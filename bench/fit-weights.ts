import { writeFile } from "node:fs/promises";
import { pearson } from "#app/domain/grading/short-answer/correlation.ts";
import { sayingOf, type Weights } from "#app/domain/statements/saying.ts";
import { fitFeatures } from "./grading/fit.ts";
import { humanSets, readHumanSet, samplesOf } from "./grading/human-sets.ts";
import { level, ridge } from "./grading/settings.ts";

// Fits app/domain/statements/saying-weights.json on the human-scored answers of test/data, and writes down
// what it saw: Pearson on each set with the weights fitted on the other two. The solution is unique: there is no seed.

const sets = await Promise.all(humanSets.map(readHumanSet));
const samples = sets.map((set) => samplesOf(set));

const fitOn = (places: readonly number[]): Weights => ({
  features: fitFeatures(
    places.map((place) => samples[place]!),
    { ridge },
  ),
  ...level,
});

const all = sets.map((_, place) => place);
const leaveOneSetOut = Object.fromEntries(
  sets.map(({ name }, place) => {
    const weights = fitOn(all.filter((other) => other !== place));
    const tested = samples[place]!;
    const r = pearson(
      tested.map(({ features }) => sayingOf(features, weights)),
      tested.map(({ score }) => score),
    );
    return [name, { answers: tested.length, pearson: r === null ? null : Math.round(r * 1000) / 1000 }];
  }),
);
const written = {
  ...fitOn(all),
  fit: {
    by: "bench/fit-weights.ts",
    method:
      "ridge regression, no weight below 0, features and scores centred on each set, every set with the same say; divided by their sum; middle and slope are set",
    ridge,
    seed: null,
    sets: humanSets.map((name) => `test/data/${name}.train.jsonl`),
    leaveOneSetOut,
  },
};
await writeFile("app/domain/statements/saying-weights.json", `${JSON.stringify(written, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(written, null, 2)}\n`);
