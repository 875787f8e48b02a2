import type { Agreement, NotDefined } from "#app/domain/grading/calibration/agreement/agreement.ts";
import type { Interval } from "#app/domain/grading/calibration/agreement/percentiles.ts";
import { verdictScale } from "#app/domain/grading/calibration/agreement/verdict-scale.ts";
import type {
  CalibrationReport,
  Disagreement,
  GroupAgreement,
} from "#app/domain/grading/calibration/calibration-report.ts";
import type { HeldAnswer } from "#app/domain/grading/calibration/held-answer.ts";

// The report of `tradeoff calibrate` for a person, as tables of plain text.

const nameWidth = 48;
const columnWidth = 10;

const share = (value: number | null) => (value === null ? "undefined" : `${(100 * value).toFixed(1)} %`);
const figure = (value: number | null) => (value === null ? "undefined" : value.toFixed(2));
const why = (notDefined: NotDefined | null) => (notDefined === null ? "" : `  undefined (${notDefined})`);
const between = (interval: Interval | null) =>
  interval === null ? "" : ` [${figure(interval.low)}, ${figure(interval.high)}]`;

function row(name: string, cells: readonly (string | number)[], note = ""): string {
  return `  ${[name.padEnd(nameWidth), ...cells.map((cell) => String(cell).padStart(columnWidth))].join("")}${note}\n`;
}

function agreementRow(name: string, { pairs, exact, weightedKappa, alpha, notDefined }: Agreement): string {
  return row(name, [pairs, share(exact), figure(weightedKappa), figure(alpha)], why(notDefined));
}

function table(title: string, of: string, rows: readonly string[]): string {
  return rows.length === 0 ? "" : `\n${title}\n${row("", [of, "same", "kappa", "alpha"])}${rows.join("")}`;
}

function groupRows(name: string, { verdicts, levels }: GroupAgreement): string[] {
  return [agreementRow(name, verdicts), agreementRow("  levels 0 to 4", levels)];
}

function confusionText(confusion: CalibrationReport["confusion"]): string {
  const rows = confusion.map((counts, place) => row(`labelled ${verdictScale[place]}`, counts));
  return `\nVerdicts: labelled down, given across\n${row("", verdictScale)}${rows.join("")}`;
}

function answersText(held: readonly HeldAnswer[]): string {
  const rows = held.map(({ scenario, name, score, band, labelledBand, reason }) => {
    const outcome = score === null ? `not graded: ${reason}` : `${score}, ${band}`;
    return `  ${scenario.padEnd(32)}${name.padEnd(28)}${outcome.padEnd(22)} labelled ${labelledBand}\n`;
  });
  return rows.length === 0 ? "" : `\nAnswers\n${rows.join("")}`;
}

function disagreementText({ scenario, answer, check, labelled, given, quote, link }: Disagreement): string {
  const words = quote === null ? "" : `    “${quote.replaceAll(/\s+/g, " ")}”\n`;
  return `  ${scenario}, ${answer}, ${check}: labelled ${labelled}, given ${given}\n${words}    ${link}\n`;
}

function checksText(checks: CalibrationReport["byCheck"]): string {
  const rows = checks.map(({ scenario, check, answers, exact }) =>
    row(`${scenario} ${check}`.padEnd(70), [answers, share(exact)]),
  );
  return rows.length === 0
    ? ""
    : `\nChecks, the worst first\n${row("".padEnd(70), ["answers", "same"])}${rows.join("")}`;
}

function summaryText(report: CalibrationReport, grader: string): string {
  const { pairs, exact, weightedKappa, alpha, notDefined } = report.verdicts;
  const figures = `weighted kappa ${figure(weightedKappa)}, alpha ${figure(alpha)}${between(report.alphaInterval)}, same verdict ${share(exact)}`;
  return `The ${grader} grader against author labels: ${figures}, over ${pairs} verdicts of ${report.answers} answers${why(notDefined)}\n`;
}

export function describeCalibration(report: CalibrationReport, held: readonly HeldAnswer[], grader: string): string {
  return [
    summaryText(report, grader),
    table(
      "Halves",
      "n",
      report.byHalf.flatMap((half) => groupRows(`${half.half}, ${half.scenarios} scenarios`, half)),
    ),
    table(
      "Scenarios",
      "n",
      report.byScenario.flatMap((group) => groupRows(group.scenario, group)),
    ),
    table(
      "Kinds of answer",
      "verdicts",
      report.byKind.map((group) => agreementRow(group.kind, group.verdicts)),
    ),
    table(
      "Criteria, on levels 0 to 4",
      "answers",
      report.byCriterion.map(({ scenario, criterion, levels }) => agreementRow(`${scenario} ${criterion}`, levels)),
    ),
    confusionText(report.confusion),
    checksText(report.byCheck),
    answersText(held),
    report.disagreements.length === 0 ? "" : `\nDisagreements\n${report.disagreements.map(disagreementText).join("")}`,
  ].join("");
}
