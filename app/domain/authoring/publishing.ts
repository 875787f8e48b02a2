/**
 * Whether a draft may be published: its labelled answers must come out in the order that their author puts them in, since
 * a rubric by which a weak answer beats a strong one measures something else than its author means.
 */
import { isLabelled, type CalibrationAnswer } from "../grading/calibration/calibration.ts";
import type { HeldAnswer, HeldVerdict } from "../grading/calibration/held-answer.ts";
import type { Problem } from "../scenarios/problem.ts";
import { BandSchema, type Band, type Scenario } from "../scenarios/schema.ts";

/** `held` are the labelled answers as the offline grader graded them; `problems` those of the reading. */
export type ForPublishing = {
  scenario: Scenario;
  calibration: readonly CalibrationAnswer[];
  held: readonly HeldAnswer[];
  problems?: readonly Problem[];
};

/** Refusals keep a draft from being published; warnings have to be accepted by whoever publishes. */
export type PublishingJudgement = { refusals: string[]; warnings: string[] };

type Scored = HeldAnswer & { score: number; band: Band };

const mostNamed = 10;
const mostChecks = 3;

const placeOf = (band: Band) => BandSchema.options.indexOf(band);

function isScored(answer: HeldAnswer): answer is Scored {
  return answer.status === "graded" && answer.score !== null && answer.band !== null;
}

/** The first of many sentences, and how many more there are. */
function firstOf(sentences: string[], what: string): string[] {
  const left = sentences.length - mostNamed;
  return left > 0 ? [...sentences.slice(0, mostNamed), `There are ${left} more ${what}.`] : sentences;
}

function isGiven({ given }: HeldVerdict): boolean {
  return given === "met" || given === "partial";
}

function isMeant({ labelled }: HeldVerdict): boolean {
  return labelled === "met" || labelled === "partial";
}

function namesOf(verdicts: readonly HeldVerdict[]): string {
  const named = verdicts.slice(0, mostChecks).map(({ check }) => check);
  return named.join(", ") + (verdicts.length > mostChecks ? ` and ${verdicts.length - mostChecks} more` : "");
}

/** Where the grader differs from the labels so that the weaker answer gains or the stronger one loses. */
function whyInverted(weaker: Scored, stronger: Scored): string {
  const gained = weaker.verdicts.filter((verdict) => isGiven(verdict) && !isMeant(verdict));
  const lost = stronger.verdicts.filter((verdict) => !isGiven(verdict) && isMeant(verdict));
  const parts = [
    ...(gained.length > 0 ? [`in ${weaker.name} the grader finds ${namesOf(gained)}, which the labels deny`] : []),
    ...(lost.length > 0 ? [`in ${stronger.name} it misses ${namesOf(lost)}, which the labels see`] : []),
  ];
  if (parts.length === 0) return "The verdicts are as labelled: look at the points and weights.";
  const said = parts.join("; ");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

function findInversions(answers: readonly Scored[]): string[] {
  return answers.flatMap((weaker) =>
    answers
      .filter(
        ({ labelledBand, score }) => placeOf(weaker.labelledBand) < placeOf(labelledBand) && weaker.score >= score,
      )
      .map((stronger) => {
        const [a, b] = [weaker, stronger].map(({ name, labelledBand, score }) => {
          return `${name} (labelled ${labelledBand}) scores ${score}`;
        });
        const how = weaker.score > stronger.score ? "above" : "level with";
        return `${a}, ${how} ${b}. ${whyInverted(weaker, stronger)}`;
      }),
  );
}

type Judged = { answer: string; verdict: HeldVerdict };

/** What to look at first: where the labels say otherwise, it is the phrasings; elsewhere the answers. */
function howToVary(judged: readonly Judged[], outcome: boolean): string {
  const other = judged.filter(({ verdict }) => isMeant(verdict) !== outcome).map(({ answer }) => answer);
  if (other.length === 0) return "Add an answer that differs.";
  return `The labels of ${other.slice(0, mostChecks).join(", ")} say otherwise: look at its phrasings.`;
}

/** Checks and red flags that came out the same for every answer, so that these answers say nothing about them. */
function findConstant({ rubric }: Scenario, answers: readonly Scored[]): string[] {
  if (answers.length < 2) return [];
  const named = rubric.criteria.flatMap(({ checks, redFlags }) => [
    ...checks.map(({ id }) => ({ id, what: "check", verb: "met" })),
    ...redFlags.map(({ id }) => ({ id, what: "red flag", verb: "raised" })),
  ]);
  return named.flatMap(({ id, what, verb }) => {
    const judged = answers.flatMap(({ name, verdicts }) =>
      verdicts.filter(({ check }) => check === id).map((verdict) => ({ answer: name, verdict })),
    );
    const [outcome, ...others] = new Set(judged.map(({ verdict }) => isGiven(verdict)));
    if (outcome === undefined || others.length > 0) return [];
    const how = `${verb} by ${outcome ? "every" : "no"} sample answer`;
    return [`The ${what} ${id} never varies: it is ${how}. ${howToVary(judged, outcome)}`];
  });
}

function findMisplaced(answers: readonly Scored[]): string[] {
  return answers
    .filter(({ band, labelledBand }) => Math.abs(placeOf(band) - placeOf(labelledBand)) >= 2)
    .map(
      ({ name, band, labelledBand, score }) =>
        `${name} is labelled ${labelledBand} and comes out as ${band}, with a score of ${score}: two bands or more apart.`,
    );
}

/** Every message names the answers and checks it is about. */
export function judgePublishing({ scenario, calibration, held, problems = [] }: ForPublishing): PublishingJudgement {
  const labelled = new Set(calibration.filter(isLabelled).map(({ name }) => name));
  const answers = held.filter(({ name }) => labelled.has(name));
  const scored = answers.filter(isScored);
  const errors = problems.filter(({ severity }) => severity === "error");
  const bands = new Set(scored.map(({ labelledBand }) => labelledBand));
  const tooFew =
    "There are no two labelled sample answers of different bands: add at least a weak and a strong one, and label them.";
  return {
    refusals: [
      ...firstOf(
        errors.map(({ file, field, message }) => `${file}, ${field}: ${message}.`),
        "errors",
      ),
      ...(bands.size < 2 ? [tooFew] : []),
      ...firstOf(findInversions(scored), "pairs of answers in the wrong order"),
    ],
    warnings: [
      ...answers
        .filter((answer) => !isScored(answer))
        .map(({ name }) => `${name} could not be graded: nothing is known of it.`),
      ...findMisplaced(scored),
      ...findConstant(scenario, scored),
    ],
  };
}
