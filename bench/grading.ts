import { shippedWeights } from "#app/domain/statements/saying.ts";
import { measureAgreement, type Figures, type SetAgreement } from "./grading/agreement.ts";
import { measureAttacks, measurePairs, measurePolarity, type AttackRow } from "./grading/attack-table.ts";
import { humanSets, readHumanSet, samplesOf } from "./grading/human-sets.ts";
import { measureSpeed } from "./grading/speed.ts";
import { defenceRows } from "./grading/defences.ts";
import { measureLibrary, type HalfAgreement } from "./grading/library-agreement.ts";
import { readStatementPairs } from "./grading/statement-pairs.ts";
import { formatTable } from "./row.ts";

// How far the offline grader's core agrees with people, what attacks get out of it, and how fast it is; each figure beside
// its baseline from the same run. Ends with 1 where a bar is missed.

const seed = 20_260;
const mostHonestLoss = 0.02;
const mostChecksMs = 5;
const leastLibraryKappa = 0.7;

const show = (value: number | null) => (value === null ? "  –  " : value.toFixed(3));
const line = (name: string, { pearson, rmse, qwk }: Figures) =>
  `  ${name.padEnd(58)} ${show(pearson)}  ${show(rmse)}  ${show(qwk)}`;

function describeSet(each: SetAgreement): string[] {
  return [
    `${each.set}: ${each.answers} answers, ${each.questions} questions${" ".repeat(20)}Pearson  RMSE   kappa`,
    line("core, fitted on the other sets", each.otherSets),
    line("core, fitted on the other sets, line by other questions", each.otherSetsLined),
    line("core, fitted on this set's other questions", each.leaveOneQuestionOut),
    line("tf-idf cosine, line by other questions", each.tfIdf),
    line("BM25, line by other questions", each.bm25),
    line("BM25 as a share of the model answer's own, the same", each.bm25Share),
    `  honest Pearson with all defences ${show(each.guarded)}, without any ${show(each.bare)}`,
  ];
}

function holds({ mean, bar }: AttackRow): boolean {
  if (bar === null) return true;
  return "atMost" in bar ? mean <= bar.atMost + 1e-9 : mean >= bar.atLeast;
}

function describeAttack(row: AttackRow): string {
  const bar = row.bar === null ? "" : "atMost" in row.bar ? `≤ ${row.bar.atMost}` : `≥ ${row.bar.atLeast}`;
  const verdict = row.bar === null ? "" : holds(row) ? "holds" : row.isAim ? "short of the aim" : "MISSED";
  return `  ${row.attack.padEnd(52)} ${row.mean.toFixed(2)}   ${row.naive.toFixed(2)}   ${String(row.texts).padStart(4)}   ${bar.padEnd(6)} ${verdict}`.trimEnd();
}

function describeHalf({ half, offline, naive }: HalfAgreement): string {
  const figures = ({ weightedKappa, exact }: HalfAgreement["offline"]) => `${show(weightedKappa)}  ${show(exact)}`;
  return `  ${half.padEnd(14)} ${String(offline.pairs).padStart(5)}   ${figures(offline)}        ${figures(naive)}`;
}

const sets = await Promise.all(humanSets.map(readHumanSet));
const pairs = await readStatementPairs();
// First of all, while the heap is small.
const speed = measureSpeed(sets[0]!, { pairs, weights: shippedWeights });
const samples = sets.map((set) => samplesOf(set));
const agreement = sets.map((set, place) =>
  measureAgreement(
    set,
    samples.filter((_, other) => other !== place),
    shippedWeights,
  ),
);
const attacks = [...measureAttacks(sets, { weights: shippedWeights, seed }), ...measurePairs(pairs, shippedWeights)];
const polarity = sets.filter(({ name }) => name !== "saf-en").map((set) => measurePolarity(set, shippedWeights));
const mean = (of: (each: SetAgreement) => number | null) =>
  agreement.reduce((sum, each) => sum + (of(each) ?? 0), 0) / agreement.length;
const honestLoss = mean(({ bare }) => bare) - mean(({ guarded }) => guarded);

const bars = [
  ...attacks.filter(({ bar, isAim }) => bar !== null && !isAim).map((row) => ({ bar: row.attack, holds: holds(row) })),
  ...agreement.map((each) => ({
    bar: `${each.set}: Pearson from other sets at least BM25's in-set`,
    holds: (each.otherSets.pearson ?? -1) >= Math.max(each.bm25.pearson ?? -1, each.bm25Share.pearson ?? -1),
  })),
  { bar: `all defences cost at most ${mostHonestLoss} of honest Pearson`, holds: honestLoss <= mostHonestLoss },
  { bar: `an answer against ten checks within ${mostChecksMs} ms`, holds: speed.checksMs <= mostChecksMs },
];
const library = await measureLibrary();
const whole = library.find(({ half }) => half === "library");
bars.push({
  bar: `weighted kappa with the author labels of the library at least ${leastLibraryKappa}`,
  holds: (whole?.offline.weightedKappa ?? -1) >= leastLibraryKappa,
});
const defences = await defenceRows();
const missed = bars.filter((each) => !each.holds);

if (process.argv.includes("--json")) {
  process.stdout.write(
    `${JSON.stringify({ agreement, attacks, polarity, honestLoss, speed, library, defences, missed }, null, 2)}\n`,
  );
} else {
  const lines = [
    ...agreement.flatMap(describeSet),
    "",
    `All defences together cost ${honestLoss.toFixed(3)} of honest Pearson (mean of the sets).`,
    ...polarity.map(
      (each) =>
        `${each.set}: a correct answer above a contradictory one in ${show(each.with)} of pairs, without polarity ${show(each.without)}`,
    ),
    `An answer of 150 words against ten checks of five phrasings: ${speed.checksMs.toFixed(2)} ms; reading and splitting it ${speed.readingMs.toFixed(2)} ms`,
    "",
    `  ${"attack".padEnd(52)} mean   naive  texts  bar`,
    ...attacks.map(describeAttack),
    "",
    "Verdicts against author labels    offline grader        BM25, edges of the development half",
    "  half         verdicts  kappa  same         kappa  same",
    ...library.map(describeHalf),
    "",
    formatTable(defences, "defence (mean scores)"),
    ...missed.map(({ bar }) => `Missed: ${bar}`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
process.exitCode = missed.length > 0 ? 1 : 0;
