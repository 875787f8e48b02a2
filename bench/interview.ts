import { findHiddenFacts } from "#app/domain/interview/hidden-facts.ts";
import { readLibrary } from "#app/services/library/load-library.server.ts";
import { candidateKinds, makeCandidate } from "./interview/candidates.ts";
import { askedAboutNothing, measureFacts } from "./interview/fact-questions.ts";
import { plantContradictions, plantNotKnowing, plantNumbers, type PlantedFigures } from "./interview/planted.ts";
import { engine, fixedList, playCandidate, type Planner, type Played } from "./interview/simulate.ts";
import { findByWordOverlap } from "./interview/word-overlap.ts";

// Simulated candidates in real interviews, offline. How a follow-up is judged is said in interview/simulate.ts. Ends with 1
// below a bar.

const bars = { aimed: 0.95, share: 0.8 };

const library = await readLibrary({ scenariosDir: "scenarios", contentDir: "content" });
const labelled = library.scenarios.filter(({ calibration }) => calibration.length > 0);
const scenarios = labelled.map(({ scenario }) => scenario);

function play(plan: Planner): Played[] {
  return candidateKinds.flatMap((kind, nth) =>
    labelled.map((entry, at) => playCandidate(makeCandidate(kind, entry, 1000 * nth + at), plan)),
  );
}

const [ours, listed] = [play(engine), play(fixedList)];

const total = (played: readonly Played[], of: (one: Played) => number) => played.reduce((sum, one) => sum + of(one), 0);
const percent = (part: number, whole: number) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
const aimedIn = (played: readonly Played[]) =>
  total(played, ({ aimed }) => aimed) / total(played, ({ followUps }) => followUps);
const shareIn = (played: readonly Played[]) => total(played, ({ share }) => share) / played.length;

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  ");
  return cells.map(line).join("\n");
}

function rowOf(kind: string, mine: readonly Played[], theirs: readonly Played[]) {
  const followUps = total(mine, (one) => one.followUps);
  return [
    kind,
    mine.length,
    total(mine, ({ turns }) => turns.length),
    followUps,
    percent(
      total(mine, ({ aimed }) => aimed),
      followUps,
    ),
    percent(
      total(theirs, ({ aimed }) => aimed),
      total(theirs, (one) => one.followUps),
    ),
    percent(
      total(mine, ({ aimedHarshly }) => aimedHarshly),
      followUps,
    ),
    percent(
      total(theirs, ({ aimedHarshly }) => aimedHarshly),
      total(theirs, (one) => one.followUps),
    ),
    total(mine, ({ rubricPhrases }) => rubricPhrases),
    percent(
      total(mine, ({ endedByItself }) => Number(endedByItself)),
      mine.length,
    ),
    percent(shareIn(mine), 1),
  ];
}

const ofKind = (played: readonly Played[], ...kinds: readonly string[]) =>
  played.filter(({ candidate }) => kinds.includes(candidate.kind));
const heads = [
  "candidates",
  "n",
  "turns",
  "follow-ups",
  "aimed at unmet",
  "fixed list",
  "harshly",
  "fixed list",
  "rubric phrases",
  "ended",
  "their words",
];
const rows = candidateKinds.map((kind) => rowOf(kind, ofKind(ours, kind), ofKind(listed, kind)));
console.log(table(heads, [...rows, rowOf("all", ours, listed)]));

const movesIn = (played: readonly Played[], move: string) =>
  total(played, ({ turns }) => turns.filter((turn) => turn.move === move).length);
const honest = ofKind(ours, "strong", "rambling", "asking everything");
const alarms = { contradiction: movesIn(honest, "contradiction"), wrong_number: movesIn(honest, "wrong_number") };
const planted: [string, PlantedFigures][] = [
  ["contradictions", plantContradictions(scenarios)],
  ["wrong numbers", plantNumbers(scenarios)],
  ["“I don't know”", plantNotKnowing()],
];
console.log(
  `\n${table(
    ["planted", "n", "found", "alike, but none", "false alarms", "on strong and partial answers"],
    planted.map(([name, { planted: n, found, alike, falseAlarms }]) => [
      name,
      n,
      percent(found, n),
      alike,
      falseAlarms,
      name === "contradictions" ? alarms.contradiction : name === "wrong numbers" ? alarms.wrong_number : "–",
    ]),
  )}`,
);

const [facts, overlap] = [measureFacts(scenarios, findHiddenFacts), measureFacts(scenarios, findByWordOverlap)];
const factRow = (name: string, each: typeof facts) => [
  name,
  each.asked,
  percent(each.found, each.asked),
  percent(each.wrong, each.asked),
  each.unrelated,
  percent(each.toldAnyway, each.unrelated),
];
console.log(
  `\n${table(
    [
      "hidden facts, each way of asking left out",
      "asked",
      "finds its fact",
      "finds another",
      "about nothing hidden",
      "told something",
    ],
    [factRow("the core", facts), factRow("words in common", overlap)],
  )}`,
);
console.log(`(${askedAboutNothing.length} questions about nothing that is hidden, put in every situation)`);

const broken = [
  aimedIn(ours) < bars.aimed &&
    `follow-ups are aimed at an unmet check in ${percent(aimedIn(ours), 1)}, not ${percent(bars.aimed, 1)}`,
  aimedIn(ours) <= aimedIn(listed) && "follow-ups are aimed no better than a fixed list",
  total(ours, ({ rubricPhrases }) => rubricPhrases) > 0 && "words of a rubric stand in an interviewer's turn",
  ours.some(({ endedByItself }) => !endedByItself) && "an interview did not end by itself",
  shareIn(ofKind(ours, "strong", "rambling")) < bars.share &&
    "strong and rambling candidates have too few of the words",
  alarms.contradiction + alarms.wrong_number > 0 && "a sound answer was challenged",
  planted.some(([, { falseAlarms }]) => falseAlarms > 0) && "something sound that was planted was challenged",
  (facts.found <= overlap.found || facts.wrong >= overlap.wrong || facts.toldAnyway >= overlap.toldAnyway) &&
    "hidden facts are found no better than by words in common",
].filter((each) => each !== false);
for (const each of broken) console.error(`Below the bar: ${each}.`);
process.exitCode = broken.length > 0 ? 1 : 0;
