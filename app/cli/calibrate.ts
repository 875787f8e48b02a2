import type { Agreement } from "#app/domain/grading/calibration/agreement/agreement.ts";
import { verdictScale } from "#app/domain/grading/calibration/agreement/verdict-scale.ts";
import {
  reportCalibration,
  type CalibrationReport,
  type GroupAgreement,
} from "#app/domain/grading/calibration/calibration-report.ts";
import type { HeldAnswer } from "#app/domain/grading/calibration/held-answer.ts";
import { calibrateScenario } from "#app/services/grading/calibrate.server.ts";
import { readArguments, readGrader, requireScenarios } from "./arguments.ts";
import { describeCalibration } from "./calibrate-text.ts";
import type { Command } from "./command.ts";

const usage = "calibrate [slug…] [--grader offline|anthropic]";

function figuresOf({ exact, withinOne, weightedKappa, alpha, notDefined }: Agreement) {
  return { exact, withinOne, weightedKappa, alpha, notDefined };
}

/** Figures over verdicts, and those over levels below their own name. */
function groupFigures({ verdicts, levels }: GroupAgreement) {
  return { verdicts: verdicts.pairs, ...figuresOf(verdicts), levels: { n: levels.pairs, ...figuresOf(levels) } };
}

function outcomeOf({ name, status, reason, score, band, labelledBand }: HeldAnswer) {
  return { name, status, reason, score, band, labelledBand };
}

function toJson(report: CalibrationReport, held: readonly HeldAnswer[]) {
  const confusionOf = (counts: number[][]) => ({ scale: verdictScale, labelledByGiven: counts });
  return {
    answers: report.answers,
    labels: "author",
    ...groupFigures(report),
    alphaInterval: report.alphaInterval,
    confusion: confusionOf(report.confusion),
    byHalf: report.byHalf.map((group) => ({
      half: group.half,
      scenarios: group.scenarios,
      answers: group.answers,
      ...groupFigures(group),
      alphaInterval: group.alphaInterval,
      confusion: confusionOf(group.confusion),
    })),
    byScenario: report.byScenario.map((group) => ({
      scenario: group.scenario,
      half: group.half,
      ...groupFigures(group),
      answers: held.filter(({ scenario }) => scenario === group.scenario).map(outcomeOf),
    })),
    byKind: report.byKind.map((group) => ({ kind: group.kind, answers: group.answers, ...groupFigures(group) })),
    byCriterion: report.byCriterion.map(({ scenario, criterion, levels }) => ({
      scenario,
      criterion,
      n: levels.pairs,
      ...figuresOf(levels),
    })),
    byCheck: report.byCheck.map(({ scenario, check, answers, exact }) => ({ scenario, check, answers, exact })),
    disagreements: report.disagreements,
  };
}

export const calibrate: Command = {
  usage,
  does: "grades every calibration answer and compares with its labels",
  async run(args) {
    const { values, positionals } = readArguments(args, { grader: { type: "string" } }, usage);
    const grader = await readGrader(values.grader);
    const held: HeldAnswer[] = [];
    for (const entry of await requireScenarios(positionals)) held.push(...(await calibrateScenario(grader, entry)));
    const report = reportCalibration(held);
    const everyAnswerGraded = held.length > 0 && held.every(({ status }) => status === "graded");
    return {
      exitCode: everyAnswerGraded ? 0 : 1,
      json: toJson(report, held),
      text: describeCalibration(report, held, grader.name),
    };
  },
};
