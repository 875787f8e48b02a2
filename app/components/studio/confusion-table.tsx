import { verdictName } from "#app/components/ui/verdict.tsx";
import { verdictScale } from "#app/domain/grading/calibration/agreement/verdict-scale.ts";

/** Counts of verdicts: labelled down, given across. What lies on the diagonal agrees. */
export function ConfusionTable({ caption, confusion }: { caption: string; confusion: readonly (readonly number[])[] }) {
  return (
    <table className="ledger confusion">
      <caption className="visually-hidden">{caption}: labelled down, given across</caption>
      <thead>
        <tr>
          <th scope="col">
            Labelled <span className="muted">↓ given →</span>
          </th>
          {verdictScale.map((verdict) => (
            <th key={verdict} scope="col" className="r">
              {verdictName[verdict]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {verdictScale.map((labelled, row) => (
          <tr key={labelled}>
            <th scope="row">{verdictName[labelled]}</th>
            {verdictScale.map((given, column) => (
              <td key={given} className={row === column ? "r agrees" : "r"}>
                {confusion[row]?.[column] ?? 0}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
