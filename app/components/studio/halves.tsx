import type { CalibrationReport, ReportedHalf } from "#app/domain/grading/calibration/calibration-report.ts";
import { AgreementLedger } from "./agreement-ledger.tsx";
import { count, figureWords, shareWords } from "./agreement-words.ts";
import { ConfusionTable } from "./confusion-table.tsx";

const halfName = { development: "Development half", test: "Test half" } as const;

/** The whole in one sentence, then the half the grader was developed on and the half it was not. */
export function Halves({ report }: { report: CalibrationReport }) {
  const { verdicts, alphaInterval, answers } = report;
  const interval = alphaInterval
    ? `, 95 % interval ${alphaInterval.low.toFixed(2)} to ${alphaInterval.high.toFixed(2)}`
    : "";
  return (
    <>
      <p className="display">
        The same verdict as the author label on {shareWords(verdicts.exact)} of {verdicts.pairs}.
      </p>
      <p className="small ink-2 studio-figures">
        Over {count(answers, "answer")}: quadratically weighted kappa {figureWords(verdicts.weightedKappa, verdicts)},
        Krippendorff’s alpha {figureWords(verdicts.alpha, verdicts)} (ordinal{interval}). 1 is full agreement, 0 what
        chance gives. These are author labels: whoever wrote them knew the rubric.
      </p>
      <AgreementLedger
        caption="The offline grader against author labels, in the two halves"
        of="Half"
        pairs="Pairs"
        rows={report.byHalf.flatMap(({ half, scenarios, verdicts: onVerdicts, levels }) => [
          {
            key: half,
            name: (
              <>
                {halfName[half]} <span className="muted">verdicts, {count(scenarios, "scenario")}</span>
              </>
            ),
            agreement: onVerdicts,
          },
          {
            key: `${half} levels`,
            name: (
              <>
                {halfName[half]} <span className="muted">levels 0 to 4</span>
              </>
            ),
            agreement: levels,
          },
        ])}
      />
      <p className="fig-caption">
        The grader may be developed on the first half; the second is kept to see how it does on scenarios it was not.
      </p>
      <div className="confusions">
        {report.byHalf.map((half) => (
          <HalfConfusion key={half.half} half={half} />
        ))}
      </div>
    </>
  );
}

function HalfConfusion({ half }: { half: ReportedHalf }) {
  if (half.verdicts.pairs === 0) return null;
  return (
    <div>
      <h3>{halfName[half.half]}</h3>
      <ConfusionTable caption={`Verdicts in the ${halfName[half.half].toLowerCase()}`} confusion={half.confusion} />
    </div>
  );
}
