import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { attackKinds, parseAttack, type Attack, type AttackKind } from "#app/domain/grading/attacks/attack.ts";
import { attackTranscript, nearlyEmpty, type AttackedScenario } from "#app/domain/grading/attacks/attacked-answer.ts";
import { gainOf, pays, type Gain } from "#app/domain/grading/attacks/gain.ts";
import type { GradeResult } from "#app/domain/grading/grade.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import type { Grader } from "#app/domain/grading/grader.ts";
import type { Transcript } from "#app/domain/interview/transcript.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import type { LibraryScenario } from "#app/services/library/load-library.server.ts";

/** Every attack below a folder, in the order of its files; `null` where there is no such folder. */
export async function readAttacks(root: string): Promise<{ attacks: Attack[]; problems: Problem[] } | null> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const read = await Promise.all(
    paths.map(async (path) => parseAttack({ file: relative(root, path), text: await readFile(path, "utf8") })),
  );
  return { attacks: read.flatMap(({ attack }) => attack ?? []), problems: read.flatMap(({ problems }) => problems) };
}

type BaseAnswer = { name: string; transcript: Transcript };

const attackedKinds = new Set(["partial", "right-label-wrong-reasons"]);

/** The answers that are attacked: what is middling, what is wrong, and next to nothing. */
function baseAnswers({ calibration }: LibraryScenario): BaseAnswer[] {
  const labelled = calibration.filter(({ name }) => attackedKinds.has(name));
  const [first] = labelled;
  return first ? [...labelled, { name: "nearly-empty", transcript: nearlyEmpty(first.transcript) }] : [];
}

function attackedScenario({ scenario }: LibraryScenario, others: readonly LibraryScenario[]): AttackedScenario {
  // The next one of the library, so that every scenario's strong answer is tried somewhere.
  const at = others.findIndex((other) => other.scenario.slug === scenario.slug);
  const elsewhere = [...others.slice(at + 1), ...others.slice(0, Math.max(0, at))];
  const strong = elsewhere.flatMap(({ calibration }) => calibration.filter(({ name }) => name === "strong"));
  return { rubric: scenario.rubric, brief: scenario.brief, strongElsewhere: strong[0]?.transcript ?? [] };
}

export type AttackRun = {
  attack: string;
  kind: AttackKind;
  scenario: string;
  answer: string;
  without: number;
  with: number;
  gain: Gain;
  pays: boolean;
};

/** An attack that could not be tried, because the answer with or without it was not graded. */
export type UntriedAttack = { attack: string; scenario: string; answer: string; reason: string };

type Tried = { runs: AttackRun[]; untried: UntriedAttack[] };

type AttackPlan = {
  scenarios: readonly LibraryScenario[];
  /** Where another scenario's answer is taken from. */
  library: readonly LibraryScenario[];
  attacks: readonly Attack[];
  /** Each attack on every base answer, or on one of them in turn. */
  everyAnswer?: boolean;
};

/** Grades the base answers of the given scenarios without and with each attack. */
export async function runAttacks(
  grader: Grader,
  { scenarios, library, attacks, everyAnswer = true }: AttackPlan,
): Promise<Tried> {
  const tried: Tried = { runs: [], untried: [] };
  const known = library.map((entry) => entry.scenario);
  for (const [place, entry] of scenarios.entries()) {
    const { scenario } = entry;
    const around = attackedScenario(entry, library);
    const gradeOf = (transcript: Transcript) => gradeTranscript(grader, { scenario, transcript, known });
    const bases = baseAnswers(entry);
    for (const [nth, { name: answer, transcript }] of bases.entries()) {
      const without = await gradeOf(transcript);
      for (const attack of attacks.filter((_, at) => everyAnswer || (at + place) % bases.length === nth)) {
        const where = { attack: attack.file, scenario: scenario.slug, answer };
        const graded =
          without.status === "graded" ? await gradeOf(attackTranscript(transcript, attack, around)) : without;
        if (graded.status === "ungraded") tried.untried.push({ ...where, reason: graded.reason });
        else if (without.status === "graded") {
          tried.runs.push({ ...where, kind: attack.kind, ...compare(entry, without.result, graded.result) });
        }
      }
    }
  }
  return tried;
}

function compare({ scenario }: LibraryScenario, without: GradeResult, attacked: GradeResult) {
  const gain = gainOf(without, attacked);
  return { without: without.score, with: attacked.score, gain, pays: pays(scenario.rubric, gain) };
}

export type KindOutcome = {
  kind: AttackKind;
  n: number;
  meanWithout: number;
  meanWith: number;
  worstGain: number;
  paying: number;
};

/** One line a kind; kinds that were not tried are left out. */
export function summariseAttacks(runs: readonly AttackRun[]): KindOutcome[] {
  return attackKinds.flatMap((kind) => {
    const own = runs.filter((run) => run.kind === kind);
    if (own.length === 0) return [];
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      kind,
      n: own.length,
      meanWithout: mean(own.map(({ without }) => without)),
      meanWith: mean(own.map((run) => run.with)),
      worstGain: Math.max(...own.map(({ gain }) => gain.points)),
      paying: own.filter((run) => run.pays).length,
    };
  });
}
