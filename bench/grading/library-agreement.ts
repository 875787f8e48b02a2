import { agreementOf, type Agreement } from "#app/domain/grading/calibration/agreement/agreement.ts";
import { placeOf, verdictScale } from "#app/domain/grading/calibration/agreement/verdict-scale.ts";
import type { CalibrationAnswer } from "#app/domain/grading/calibration/calibration.ts";
import type { HeldAnswer } from "#app/domain/grading/calibration/held-answer.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { candidateTurns } from "#app/domain/interview/transcript.ts";
import { halves, type Half } from "#app/domain/scenarios/schema.ts";
import { sentencesIn } from "#app/domain/text/words.ts";
import { calibrateScenario } from "#app/services/grading/calibrate.server.ts";
import { readLibrary, type LibraryScenario } from "#app/services/library/load-library.server.ts";
import { baselinesOver } from "./baselines.ts";

// How far verdicts agree with the labels of the scenarios' authors, in the half the grader was developed on and in the half
// it was not; beside BM25 of each sentence against each phrasing, with its two edges chosen on the development half.

type Judged = { half: Half; labelled: number; naive: number };
export type HalfAgreement = { half: Half | "library"; offline: Agreement; naive: Agreement };

const naiveEdges = Array.from({ length: 18 }, (_, at) => 0.05 * (at + 1));

function saidIn({ transcript }: CalibrationAnswer): string[] {
  return candidateTurns(transcript).flatMap(({ text }) =>
    sentencesIn(text).map(({ start, end }) => text.slice(start, end)),
  );
}

function judgeNaively({ scenario, calibration }: LibraryScenario): Judged[] {
  const { naive } = baselinesOver(calibration.flatMap(saidIn));
  const items = scenario.rubric.criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
  return calibration.flatMap((answer) => {
    const said = saidIn(answer);
    return items.flatMap(({ id, met }) => {
      const label = answer.labels.verdicts[id];
      const best = Math.max(0, ...said.map((sentence) => naive.of(sentence, met)));
      return label ? [{ half: answer.labels.half, labelled: placeOf[label], naive: best }] : [];
    });
  });
}

type Edges = { partial: number; met: number };

function naiveAgreement(judged: readonly Judged[], { partial, met }: Edges): Agreement {
  const pairs = judged.map(({ labelled, naive }) => ({
    first: labelled,
    second: Number(naive >= partial) + Number(naive >= met),
  }));
  return agreementOf(pairs, verdictScale.length);
}

function bestEdges(judged: readonly Judged[]): Edges {
  const all = naiveEdges.flatMap((partial) =>
    naiveEdges.filter((met) => met >= partial).map((met) => ({ partial, met })),
  );
  const kappaOf = (edges: Edges) => naiveAgreement(judged, edges).weightedKappa ?? -1;
  return all.reduce((best, edges) => (kappaOf(edges) > kappaOf(best) ? edges : best));
}

function offlineAgreement(held: readonly HeldAnswer[]): Agreement {
  const pairs = held.flatMap(({ verdicts }) =>
    verdicts.map(({ labelled, given }) => ({ first: placeOf[labelled], second: placeOf[given] })),
  );
  return agreementOf(pairs, verdictScale.length);
}

export async function measureLibrary(): Promise<HalfAgreement[]> {
  const { scenarios } = await readLibrary({ scenariosDir: "scenarios", contentDir: "content" });
  const held = (await Promise.all(scenarios.map((entry) => calibrateScenario(offlineGrader, entry)))).flat();
  const judged = scenarios.flatMap(judgeNaively);
  const edges = bestEdges(judged.filter(({ half }) => half === "development"));
  return [...halves, "library" as const].map((half) => {
    const isIn = (each: { half: Half }) => half === "library" || each.half === half;
    return { half, offline: offlineAgreement(held.filter(isIn)), naive: naiveAgreement(judged.filter(isIn), edges) };
  });
}
